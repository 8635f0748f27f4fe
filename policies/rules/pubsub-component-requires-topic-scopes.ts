import { componentType, metadataItem } from "../pack/dapr.ts";
import type { Rule } from "../pack/rule.ts";

export const pubsubComponentRequiresTopicScopes: Rule = {
  name: "pubsub-component-requires-topic-scopes",
  refuses: "A pub/sub component through which each app may publish and subscribe to every topic.",
  why: "A faulty or captured app could forge the events of another, or read all of them.",
  source: "https://docs.dapr.io/developing-applications/building-blocks/pubsub/pubsub-scopes/",
  severity: "medium",
  kinds: ["dapr.io/Component"],
  where: (resource) => componentType(resource).startsWith("pubsub."),
  check: (resource) =>
    ["publishingScopes", "subscriptionScopes"]
      .filter((name) => metadataItem(resource, name) === undefined)
      .map((name) => ({
        key: "spec.metadata",
        problem: `has no ${name}`,
        remedy: "List the topics of each app; an app without topics is listed with none.",
      })),
};
