import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "nothing said of it",
    (graph) => {
      delete graph.props("KafkaTopic kafka/tasks").spec.config["retention.ms"];
    },
    [
      'kafka-topic-requires-retention: KafkaTopic kafka/tasks: spec.config["retention.ms"] is not set. Set it, such as 604800000 for a week.',
    ],
  ),
  broken(
    "for ever",
    (graph) => {
      graph.props("KafkaTopic kafka/tasks").spec.config["retention.ms"] = -1;
    },
    [
      'kafka-topic-requires-retention: KafkaTopic kafka/tasks: spec.config["retention.ms"] is below zero, which means for ever. Set a time, such as 604800000 for a week.',
    ],
  ),
];
