import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
import type { KafkaSpec, SaslMechanism } from "./kafka.ts";
import { toKafkaConnection } from "./kafka-connection.ts";
import { toBytes, type Duration, type Size } from "./units.ts";

/** What Dapr calls a mechanism. Source: components-contrib common/component/kafka/auth.go. */
export const daprMechanism: Readonly<Record<SaslMechanism, "SHA-512" | "SHA-256" | "PLAINTEXT">> = {
  "SCRAM-SHA-512": "SHA-512",
  "SCRAM-SHA-256": "SHA-256",
  PLAIN: "PLAINTEXT",
};

/**
 * The pub/sub component on a Kafka cluster of any kind. `{appID}` is replaced by daprd, so one component serves every app
 * with a consumer group and, where the cluster has them, a user of its own.
 * Source: components-contrib pubsub/kafka/metadata.yaml; dapr pkg/runtime/meta for the templates.
 *
 * @example kafkaPubSub({ kind: "external", provider: "redpanda-cloud", brokers: ["seed.example.com:9092"], ... }, "1Mi")
 */
export const kafkaPubSub = (
  kafka: KafkaSpec,
  maxMessageSize: Size,
  consumeRetryInterval: Duration = "100ms",
): ComponentSpec => {
  const { brokers, tls, mechanism, username, password } = toKafkaConnection(kafka);
  return component("pubsub.kafka/v1", {
    metadata: {
      brokers,
      consumerGroup: "{appID}",
      clientID: "{appID}",
      initialOffset: "oldest",
      maxMessageBytes: toBytes(maxMessageSize),
      consumeRetryInterval,
      ...(tls === false ? { disableTls: true } : {}),
      ...(tls !== false && tls.ca !== undefined ? { caCert: tls.ca } : {}),
    },
    authentication: {
      profile: "password",
      saslMechanism: daprMechanism[mechanism],
      saslUsername: username,
      saslPassword: password,
    },
    initTimeout: "60s",
  });
};
