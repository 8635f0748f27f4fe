import { at, textOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

/** Groups whose objects are brokers and databases. */
const stateful = ["kafka.strimzi.io", "core.strimzi.io", "postgresql.cnpg.io", "cluster.redpanda.com"];

export const customResourceDefinitionRequiresProtection: Rule = {
  name: "custom-resource-definition-requires-protection",
  refuses: "A CustomResourceDefinition of brokers or databases that the engine may delete.",
  why: "All objects of its kind go with it, and so do the servers that an operator made of them.",
  source: "https://github.com/strimzi/strimzi-kafka-operator/issues/4882",
  severity: "high",
  kinds: ["apiextensions.k8s.io/CustomResourceDefinition"],
  where: ({ props }) => stateful.includes(textOf(at(props, "spec", "group"))),
  check: ({ isProtected }) =>
    findingIf(!isProtected, "protect", "is not set", "Set protect and retainOnDelete in the resource's options."),
};
