import { componentType } from "../pack/dapr.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

/** Types that keep what they are given in one process or on its disk. Source: their pages of the reference. */
const volatile = [
  "state.in-memory",
  "pubsub.in-memory",
  "secretstores.local.env",
  "secretstores.local.file",
  "bindings.localstorage",
  "crypto.dapr.localstorage",
];

export const componentForbidsVolatileData: Rule = {
  name: "component-forbids-volatile-data",
  refuses: "A Dapr component that keeps data in the sidecar's memory or on its disk.",
  why: "What it holds is lost with the pod, and other replicas do not see it.",
  source: "https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-inmemory/",
  severity: "high",
  kinds: ["dapr.io/Component"],
  check: (resource) =>
    findingIf(
      volatile.includes(componentType(resource)),
      "spec.type",
      `is ${componentType(resource)}, whose data end with the pod`,
      "Use a server of its own.",
    ),
};
