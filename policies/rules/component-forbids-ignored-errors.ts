import { at } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const componentForbidsIgnoredErrors: Rule = {
  name: "component-forbids-ignored-errors",
  refuses: "A Dapr component whose failure to start is ignored.",
  why: "The app starts without it, is said to be ready, and fails with its first use.",
  source: "https://docs.dapr.io/reference/resource-specs/component-schema/",
  severity: "medium",
  kinds: ["dapr.io/Component"],
  check: ({ props }) =>
    findingIf(
      at(props, "spec", "ignoreErrors") === true,
      "spec.ignoreErrors",
      "is true, so an app starts without the component",
      "Remove it, and give the component an initTimeout that its server needs.",
    ),
};
