import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
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
): ComponentSpec =>
  component("pubsub.kafka/v1", {
    metadata: {
      brokers: kafkaBootstrap(kafka),
      consumerGroup: "{appID}",
      clientID: "{appID}",
      initialOffset: "oldest",
      maxMessageBytes: toBytes(maxMessageSize),
      consumeRetryInterval,
      caCert: secretKey(platformCaSecret, "ca.crt"),
    },
    authentication: {
      profile: "password",
      saslMechanism: "SHA-512",
      saslUsername: "{appID}",
      saslPassword: { envRef: kafkaPasswordVariable },
    },
    initTimeout: "60s",
  });
