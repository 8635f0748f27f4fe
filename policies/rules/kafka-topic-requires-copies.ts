import { at } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

export const kafkaTopicRequiresCopies: Rule = {
  name: "kafka-topic-requires-copies",
  refuses: "A topic with fewer than three copies, or one that takes a write with a single copy or with all only.",
  why: "With one copy in step the end of its broker loses what was acknowledged; with all required each end stops writes.",
  source: "https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas",
  severity: "critical",
  kinds: ["kafka.strimzi.io/KafkaTopic"],
  check: ({ props }): readonly Finding[] => {
    const replicas = Number(at(props, "spec", "replicas") ?? 0);
    const inSync = Number(at(props, "spec", "config", "min.insync.replicas") ?? 1);
    const key = 'spec.config["min.insync.replicas"]';
    return [
      ...(replicas < 3 ? [{ key: "spec.replicas", problem: "is below 3", remedy: "Set it to 3." }] : []),
      ...(inSync < 2 ? [{ key, problem: "is below 2", remedy: "Set it to 2." }] : []),
      ...(inSync >= Math.max(replicas, 3)
        ? [{ key, problem: "is as many as there are copies", remedy: "Set it to one less." }]
        : []),
    ];
  },
};
