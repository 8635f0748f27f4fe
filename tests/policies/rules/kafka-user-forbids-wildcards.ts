import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "every topic",
    (graph) => {
      graph.props("KafkaUser kafka/worker").spec.authorization.acls[0].resource.name = "*";
    },
    [
      "kafka-user-forbids-wildcards: KafkaUser kafka/worker: spec.authorization.acls[0].resource.name is *. Name what the app needs.",
    ],
  ),
  broken(
    "every right",
    (graph) => {
      graph.props("KafkaUser kafka/worker").spec.authorization.acls[0].operations = ["All"];
    },
    [
      "kafka-user-forbids-wildcards: KafkaUser kafka/worker: spec.authorization.acls[0].operations has All. Name what the app needs.",
    ],
  ),
];
