import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "topics made when asked for",
    (graph) => {
      delete graph.props("Kafka kafka/events").spec.kafka.config["auto.create.topics.enable"];
    },
    [
      'kafka-forbids-created-topics: Kafka kafka/events: spec.kafka.config["auto.create.topics.enable"] is not false. Set it to false, and make each topic a KafkaTopic.',
    ],
  ),
];
