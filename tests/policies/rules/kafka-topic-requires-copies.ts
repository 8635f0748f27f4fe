import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "two copies",
    (graph) => {
      graph.props("KafkaTopic kafka/tasks").spec.replicas = 2;
    },
    ["kafka-topic-requires-copies: KafkaTopic kafka/tasks: spec.replicas is below 3. Set it to 3."],
  ),
  broken(
    "one in step is enough",
    (graph) => {
      delete graph.props("KafkaTopic kafka/tasks").spec.config["min.insync.replicas"];
    },
    [
      'kafka-topic-requires-copies: KafkaTopic kafka/tasks: spec.config["min.insync.replicas"] is below 2. Set it to 2.',
    ],
  ),
  broken(
    "all must be in step",
    (graph) => {
      graph.props("KafkaTopic kafka/tasks").spec.config["min.insync.replicas"] = 3;
    },
    [
      'kafka-topic-requires-copies: KafkaTopic kafka/tasks: spec.config["min.insync.replicas"] is as many as there are copies. Set it to one less.',
    ],
  ),
];
