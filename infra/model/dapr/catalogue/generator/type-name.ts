/** `pubsub.azure.servicebus.topics/v1` to `PubsubAzureServicebusTopicsV1`. */
export const typeName = (id: string): string =>
  id
    .split(/[./-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");

/** `pubsub.azure.servicebus.topics/v1` to `pubsub-azure-servicebus-topics-v1`. */
export const fileName = (id: string): string => id.replaceAll(/[./]/g, "-");
