import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "two copies",
    (graph) => {
      graph.props("Kafka kafka/events").spec.kafka.config["default.replication.factor"] = 2;
    },
    [
      'kafka-requires-replication: Kafka kafka/events: spec.kafka.config["default.replication.factor"] is 2. Set it to 3.',
    ],
  ),
  broken(
    "nothing said of copies in step",
    (graph) => {
      delete graph.props("Kafka kafka/events").spec.kafka.config["min.insync.replicas"];
    },
    [
      'kafka-requires-replication: Kafka kafka/events: spec.kafka.config["min.insync.replicas"] is not set, which means 1. Set it to 2.',
    ],
  ),
];
