import { at, shownAs } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

/** Least values of what topics get that do not say otherwise, and of Kafka's own topics. */
const least: Readonly<Record<string, number>> = {
  "default.replication.factor": 3,
  "min.insync.replicas": 2,
  "offsets.topic.replication.factor": 3,
  "transaction.state.log.replication.factor": 3,
  "transaction.state.log.min.isr": 2,
};

export const kafkaRequiresReplication: Rule = {
  name: "kafka-requires-replication",
  refuses: "A Kafka cluster whose topics have fewer than three copies, or take writes with one.",
  why: "The end of one broker then loses events that were acknowledged, or stops all writes.",
  source: "https://strimzi.io/docs/operators/latest/deploying#con-broker-config-properties-str",
  severity: "critical",
  kinds: ["kafka.strimzi.io/Kafka"],
  check: ({ props }) =>
    Object.entries(least)
      .map(([key, bound]) => ({ key, bound, value: at(props, "spec", "kafka", "config", key) }))
      .filter(({ bound, value }) => Number(value ?? 1) < bound)
      .map(({ key, bound, value }) => ({
        key: `spec.kafka.config["${key}"]`,
        problem: value === undefined ? "is not set, which means 1" : `is ${shownAs(value)}`,
        remedy: `Set it to ${bound}.`,
      })),
};
