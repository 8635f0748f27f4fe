import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no TLS",
    (graph) => {
      graph.props("Kafka kafka/events").spec.kafka.listeners[0].tls = false;
    },
    [
      "kafka-forbids-plaintext-listeners: Kafka kafka/events: spec.kafka.listeners[0].tls is not true for clients. Set it to true.",
    ],
  ),
];
