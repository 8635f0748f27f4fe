import { at, isEmpty } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

const key = 'spec.config["retention.ms"]';

export const kafkaTopicRequiresRetention: Rule = {
  name: "kafka-topic-requires-retention",
  refuses: "A topic that does not say how long it keeps events, or keeps them for ever.",
  why: "What nobody chose is lost too early or fills the brokers' disks, and personal data stay longer than they may.",
  source: "https://kafka.apache.org/documentation/#topicconfigs_retention.ms",
  severity: "medium",
  kinds: ["kafka.strimzi.io/KafkaTopic"],
  check: ({ props }): readonly Finding[] => {
    const config = at(props, "spec", "config");
    // A compacted topic keeps the last event of each key, whatever its age.
    if (at(config, "cleanup.policy") === "compact") return [];
    const retention = at(config, "retention.ms");
    if (isEmpty(retention)) return [{ key, problem: "is not set", remedy: "Set it, such as 604800000 for a week." }];
    return Number(retention) < 0
      ? [{ key, problem: "is below zero, which means for ever", remedy: "Set a time, such as 604800000 for a week." }]
      : [];
  },
};
