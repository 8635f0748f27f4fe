import { at, shownAs } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const kafkaForbidsCreatedTopics: Rule = {
  name: "kafka-forbids-created-topics",
  refuses: "A Kafka cluster that makes each topic that somebody asks for.",
  why: "A misspelt name becomes a topic with one partition and no reader, and the events in it are missed by nobody.",
  source: "https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable",
  severity: "medium",
  kinds: ["kafka.strimzi.io/Kafka"],
  check: ({ props }) =>
    findingIf(
      shownAs(at(props, "spec", "kafka", "config", "auto.create.topics.enable")) !== "false",
      'spec.kafka.config["auto.create.topics.enable"]',
      "is not false",
      "Set it to false, and make each topic a KafkaTopic.",
    ),
};
