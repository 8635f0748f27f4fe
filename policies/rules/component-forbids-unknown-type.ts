import { componentId } from "../pack/dapr.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { componentFact } from "../facts/dapr-facts.ts";

export const componentForbidsUnknownType: Rule = {
  name: "component-forbids-unknown-type",
  refuses: "A Dapr component of a type that daprd does not have.",
  why: "No sidecar that loads such a component starts.",
  source: "https://docs.dapr.io/reference/components-reference/",
  severity: "high",
  kinds: ["dapr.io/Component"],
  check: (resource) =>
    findingIf(
      componentFact(componentId(resource)) === undefined,
      "spec.type",
      `is ${componentId(resource)}, which daprd does not have`,
      "Correct the spelling of spec.type and spec.version; a pluggable component needs an exemption.",
    ),
};
