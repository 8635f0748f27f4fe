import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "anybody",
    (graph) => {
      delete graph.props("Kafka kafka/events").spec.kafka.listeners[0].authentication;
    },
    [
      "kafka-requires-authentication: Kafka kafka/events: spec.kafka.listeners[0].authentication is not set for clients. Set type to scram-sha-512 or tls, with a KafkaUser for each app.",
    ],
  ),
];
