import type { ComponentSpec } from "./dapr/component-spec.ts";
import { secretKey } from "./dapr/secret-reference.ts";
import { kafkaBootstrap, type KafkaSpec } from "./kafka.ts";
import { toBytes, type Duration, type Size } from "./units.ts";

/** Secret with the CA that signed the certificates of Kafka and PostgreSQL. */
export const platformCaSecret = "platform-ca";

/** Variable of the sidecar that carries its Kafka password; each app has its own, so it cannot be a shared secretKeyRef. */
export const kafkaPasswordVariable = "KAFKA_PASSWORD";

/**
 * The pub/sub component on the platform's own Kafka. `{appID}` is replaced by daprd, so one component serves every app
 * with a user and a consumer group of its own.
 * Source: components-contrib pubsub/kafka/metadata.yaml; dapr pkg/runtime/meta for the templates.
 */
export const kafkaPubSub = (
  kafka: KafkaSpec,
  maxMessageSize: Size,
  consumeRetryInterval: Duration = "100ms",
): ComponentSpec => ({
  type: "pubsub.kafka",
  version: "v1",
  metadata: [
    { name: "brokers", value: kafkaBootstrap(kafka) },
    { name: "consumerGroup", value: "{appID}" },
    { name: "clientID", value: "{appID}" },
    { name: "authType", value: "password" },
    { name: "saslMechanism", value: "SHA-512" },
    { name: "saslUsername", value: "{appID}" },
    { name: "saslPassword", envRef: kafkaPasswordVariable },
    { name: "caCert", ...secretKey(platformCaSecret, "ca.crt") },
    { name: "initialOffset", value: "oldest" },
    { name: "maxMessageBytes", value: String(toBytes(maxMessageSize)) },
    { name: "consumeRetryInterval", value: consumeRetryInterval },
    { name: "initTimeout", value: "60s" },
  ],
});
