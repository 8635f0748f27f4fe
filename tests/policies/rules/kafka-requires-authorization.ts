import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no access control",
    (graph) => {
      delete graph.props("Kafka kafka/events").spec.kafka.authorization;
    },
    ["kafka-requires-authorization: Kafka kafka/events: spec.kafka.authorization is not set. Set type to simple."],
  ),
];
