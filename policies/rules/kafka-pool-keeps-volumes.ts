import { at, fieldsOf, itemsOf, type Fields } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

const findings = (path: string, volume: Fields): readonly Finding[] => [
  ...(volume["type"] === "ephemeral"
    ? [{ key: `${path}.type`, problem: "is ephemeral", remedy: "Use persistent-claim." }]
    : []),
  ...(volume["deleteClaim"] === true
    ? [{ key: `${path}.deleteClaim`, problem: "is true", remedy: "Set it to false." }]
    : []),
];

export const kafkaPoolKeepsVolumes: Rule = {
  name: "kafka-pool-keeps-volumes",
  refuses: "Brokers whose data end with a pod or with the cluster's object.",
  why: "A drain of the nodes, or a resource that is replaced, loses every event.",
  source: "https://strimzi.io/docs/operators/latest/configuring#type-PersistentClaimStorage-reference",
  severity: "critical",
  kinds: ["kafka.strimzi.io/KafkaNodePool"],
  check: ({ props }) => {
    const storage = fieldsOf(at(props, "spec", "storage"));
    return [
      ...findings("spec.storage", storage),
      ...itemsOf(storage["volumes"]).flatMap((volume, index) =>
        findings(`spec.storage.volumes[${index}]`, fieldsOf(volume)),
      ),
    ];
  },
};
