import { at, itemsOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

export const kafkaUserForbidsWildcards: Rule = {
  name: "kafka-user-forbids-wildcards",
  refuses: "A Kafka user with rights on every topic, or with every right on one.",
  why: "A faulty or captured app could forge the events of another, read all of them, or delete topics.",
  source: "https://strimzi.io/docs/operators/latest/configuring#type-AclRule-reference",
  severity: "high",
  kinds: ["kafka.strimzi.io/KafkaUser"],
  check: ({ props }) =>
    itemsOf(at(props, "spec", "authorization", "acls")).flatMap((acl, index) => {
      const path = `spec.authorization.acls[${index}]`;
      const remedy = "Name what the app needs.";
      return [
        ...(at(acl, "resource", "name") === "*" ? [{ key: `${path}.resource.name`, problem: "is *", remedy }] : []),
        ...(itemsOf(at(acl, "operations")).includes("All")
          ? [{ key: `${path}.operations`, problem: "has All", remedy }]
          : []),
      ];
    }),
};
