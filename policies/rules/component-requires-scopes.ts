import { isEmpty } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const componentRequiresScopes: Rule = {
  name: "component-requires-scopes",
  refuses: "A Dapr component that every app of its namespace loads.",
  why: "A component without scopes is loaded by all sidecars: each gets its rights, and none starts while it is broken.",
  source: "https://docs.dapr.io/operations/components/component-scopes/",
  severity: "high",
  kinds: ["dapr.io/Component"],
  check: ({ props }) =>
    findingIf(
      isEmpty(props["scopes"]),
      "scopes",
      "is empty, so every app of the namespace loads it",
      "List the ids of the apps that use it.",
    ),
};
