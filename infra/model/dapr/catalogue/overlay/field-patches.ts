import { kafka, postgres, redis } from "./families.ts";
import type { FieldPatch } from "./field-patch.ts";
import { notRequired } from "./not-required.ts";

/** Values, types and names. */
const corrections: readonly FieldPatch[] = [
  {
    types: ["pubsub.rocketmq"],
    fields: ["consumeFromWhere"],
    change: { deprecated: "fromWhere" },
    source: "pubsub/rocketmq/metadata.go",
  },
  {
    types: ["pubsub.rocketmq"],
    fields: ["queueSelector"],
    change: { deprecated: "producerQueueSelector" },
    source: "pubsub/rocketmq/metadata.go",
  },
  {
    types: ["bindings.azure.eventhubs"],
    fields: ["consumerGroup"],
    change: { deprecated: "consumerID" },
    source: "bindings/azure/eventhubs/metadata.yaml",
  },
  {
    types: ["configuration.postgresql"],
    fields: ["connMaxIdleTime"],
    change: { deprecated: "connectionMaxIdleTime" },
    source: "configuration/postgres/metadata.yaml",
  },
  {
    types: ["pubsub.rabbitmq"],
    fields: ["exchangeKind"],
    change: { allowedValues: ["fanout", "topic", "direct", "headers"] },
    source: "pubsub/rabbitmq/metadata.go",
  },
  {
    types: [...kafka, ...postgres],
    fields: ["awsAccessKey"],
    change: { deprecated: "accessKey" },
    source: "pubsub/kafka/metadata.yaml, state/postgresql/v2/metadata.yaml",
  },
  {
    types: [...kafka, ...postgres],
    fields: ["awsSecretKey"],
    change: { deprecated: "secretKey" },
    source: "pubsub/kafka/metadata.yaml, state/postgresql/v2/metadata.yaml",
  },
  {
    types: kafka,
    fields: ["awsSessionToken"],
    change: { deprecated: "sessionToken" },
    source: "pubsub/kafka/metadata.yaml",
  },
  {
    types: kafka,
    fields: ["awsIamRoleArn"],
    change: { deprecated: "assumeRoleArn" },
    source: "pubsub/kafka/metadata.yaml",
  },
  {
    types: kafka,
    fields: ["awsStsSessionName"],
    change: { deprecated: "sessionName" },
    source: "pubsub/kafka/metadata.yaml",
  },
  {
    types: kafka,
    fields: ["saslMechanism"],
    change: { otherwise: "SASL PLAIN is used" },
    source: "common/component/kafka/auth.go",
  },
  {
    types: kafka,
    fields: ["authRequired"],
    change: { type: "bool", deprecated: "authType" },
    source: "common/component/kafka/metadata.go",
  },
  {
    types: kafka,
    fields: ["consumeRetryInterval"],
    change: { type: "duration" },
    source: "common/component/kafka/metadata.go (a number is milliseconds)",
  },
  {
    types: kafka,
    fields: ["valueSchemaType"],
    change: "remove",
    source: "common/component/kafka/kafka.go (of a request)",
  },
  {
    types: ["pubsub.rabbitmq"],
    fields: ["host"],
    change: { deprecated: "connectionString", sensitive: true },
    source: "pubsub/rabbitmq/metadata.go",
  },
  {
    types: redis,
    fields: ["maxRetryBackoff"],
    change: { type: "number", integer: true, deprecated: "redisMaxRetryInterval" },
    source: "common/component/redis/redis.go (nanoseconds)",
  },
  {
    types: redis,
    fields: ["maxRetries"],
    change: { type: "number", integer: true, deprecated: "redisMaxRetries" },
    source: "common/component/redis/redis.go",
  },
  {
    types: ["pubsub.pulsar"],
    fields: ["<topic-name>.avroschema", "<topic-name>.rawschema", "<topic-name>.jsonschema"],
    change: "remove",
    source: "pubsub/pulsar/pulsar.go (endings of names here)",
  },
  {
    types: ["bindings.smtp"],
    fields: ["port"],
    change: { required: true },
    source: "bindings/smtp/smtp.go (its default is not applied)",
  },
  { types: ["state.azure.tablestorage"], fields: ["Value"], change: "remove", source: "state/azure/tablestorage" },
];

const serviceBus = [
  "pubsub.azure.servicebus.queues",
  "pubsub.azure.servicebus.topics",
  "bindings.azure.servicebus.queues",
];

/** Names that the code reads of a request or a message, not of the component; and former names. */
const codeNames: readonly FieldPatch[] = [
  {
    types: ["bindings.azure.eventhubs", "pubsub.azure.eventhubs"],
    fields: ["message-id", "x-opt-enqueued-time", "x-opt-offset", "x-opt-partition-key", "x-opt-sequence-number"],
    change: "remove",
    source: "common/component/azure/eventhubs",
  },
  {
    types: ["bindings.kubemq"],
    fields: ["delaySeconds", "expirationSeconds", "maxReceiveCount", "maxReceiveQueue"],
    change: "remove",
    source: "bindings/kubemq/kubemq.go",
  },
  { types: ["state.oci.objectstorage"], fields: ["expiry-time-from-ttl"], change: "remove", source: "state/oci" },
  {
    types: serviceBus,
    fields: ["publishInitialRetryInternalInMs"],
    change: { type: "number", deprecated: "publishInitialRetryIntervalInMs" },
    source: "common/component/azure/servicebus/metadata.go",
  },
  {
    types: ["bindings.azure.blobstorage", "state.azure.blobstorage"],
    fields: ["getBlobRetryCount"],
    change: { type: "number", deprecated: "retryCount" },
    source: "common/component/azure/blobstorage/metadata.go",
  },
];

export const fieldPatches: readonly FieldPatch[] = [...notRequired, ...corrections, ...codeNames];

/**
 * Secrets that metadata.yaml does not mark, by name.
 * Source: the components' reference pages show each of them as a secret.
 */
export const secretNames: ReadonlySet<string> = new Set(
  [
    ["accessKey", "accessKeySecret", "secretKey", "secretAccessKey", "sessionToken", "securityToken", "awsSecretKey"],
    ["awsAccessKey"],
    ["password", "privateKey", "private_key", "token", "jwt", "seedKey", "tls_client_key", "authToken", "serverToken"],
    ["accountToken", "vaultToken", "aclToken", "connectionString", "clientSecret", "clientKey", "apiKey"],
    ["schemaRegistryAPISecret", "privateKeyID", "private_key_id", "redisPassword", "sentinelPassword"],
    ["primaryEncryptionKey", "secondaryEncryptionKey"],
  ]
    .flat()
    .map((name) => name.toLowerCase()),
);

/** Endings of names that users choose; "" takes any name. */
export const openFields: Readonly<Record<string, readonly string[]>> = {
  // Source: pubsub/pulsar/pulsar.go.
  "pubsub.pulsar": [".jsonschema", ".avroschema", ".protoschema", ".rawschema"],
  // Source: middleware/http/routeralias/routeralias_middleware.go, the deprecated way to list routes.
  "middleware.http.routeralias": [""],
};
