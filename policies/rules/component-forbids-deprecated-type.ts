import { componentId } from "../pack/dapr.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { componentFact } from "../facts/dapr-facts.ts";

export const componentForbidsDeprecatedType: Rule = {
  name: "component-forbids-deprecated-type",
  refuses: "A Dapr component of a type or version that is deprecated.",
  why: "A deprecated type goes with one of the next releases of Dapr, and its data may need moving before.",
  source: "https://docs.dapr.io/operations/support/breaking-changes-and-deprecations/",
  severity: "medium",
  kinds: ["dapr.io/Component"],
  check: (resource) => {
    const instead = componentFact(componentId(resource))?.instead;
    return findingIf(
      instead !== undefined,
      "spec.type",
      `is ${componentId(resource)}, which is deprecated`,
      `Use ${instead}.`,
    );
  },
};
