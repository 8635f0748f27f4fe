import { isEmpty } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const subscriptionRequiresScopes: Rule = {
  name: "subscription-requires-scopes",
  refuses: "A Subscription that every app of its namespace loads.",
  why: "Each app then subscribes, and drops or dead-letters the events of a route that it does not have.",
  source:
    "https://docs.dapr.io/developing-applications/building-blocks/pubsub/subscription-methods/#declarative-subscriptions",
  severity: "high",
  kinds: ["dapr.io/Subscription"],
  check: ({ props }) =>
    findingIf(
      isEmpty(props["scopes"]),
      "scopes",
      "is empty, so every app of the namespace subscribes",
      "List the ids of the apps that have the route.",
    ),
};
