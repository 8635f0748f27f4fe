/** Largest request and event, in bytes: 1 MiB, Kafka's `maxMessageBytes`. */
export const bodyLimit = 1024 * 1024;
