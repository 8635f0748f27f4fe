import { componentId } from "../pack/dapr.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { componentFact } from "../facts/dapr-facts.ts";

export const componentForbidsAlpha: Rule = {
  name: "component-forbids-alpha",
  refuses: "A Dapr component of a type that is alpha.",
  why: "Alpha components are not tested in each release, and may change or go without notice.",
  source: "https://docs.dapr.io/operations/components/certification-lifecycle/",
  severity: "medium",
  kinds: ["dapr.io/Component"],
  check: (resource) =>
    findingIf(
      componentFact(componentId(resource))?.status === "alpha",
      "spec.type",
      `is ${componentId(resource)}, which is alpha`,
      "Use a type that is stable, or write an exemption that says why this one is worth the risk.",
    ),
};
