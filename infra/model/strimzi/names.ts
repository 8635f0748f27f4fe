/** Label by which every object of Strimzi says which cluster it belongs to. */
export const clusterLabel = (cluster: string) => ({ "strimzi.io/cluster": cluster });

/** Secret with the certificate and key of the clients' listener (keys `tls.crt`, `tls.key`), signed by the platform's CA. */
export const listenerSecret = (cluster: string): string => `${cluster}-listener`;

/** ConfigMap with what the brokers' metrics are called. */
export const metricsConfigMap = (cluster: string): string => `${cluster}-metrics`;
/** Its key. */
export const metricsKey = "kafka.yml";

/** Secret with a user's password (key `password`); the user operator makes one of the user's own name from it. */
export const passwordSecret = (user: string): string => `${user}-password`;

/**
 * Names under which clients reach the listener: the bootstrap Service, and each broker through the headless Service.
 * Source: strimzi api KafkaResources; the operator advertises `<pod>.<cluster>-kafka-brokers.<namespace>.svc`.
 */
export const listenerNames = (cluster: string, namespace: string): string[] =>
  [`${cluster}-kafka-bootstrap`, `*.${cluster}-kafka-brokers`].flatMap((service) => [
    `${service}.${namespace}.svc`,
    `${service}.${namespace}.svc.cluster.local`,
  ]);

/** A topic's or user's object must have a name that Kubernetes takes, which not every topic has. */
export const objectName = (topic: string): string =>
  topic
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, "-")
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
