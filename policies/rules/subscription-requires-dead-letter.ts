import { at, isEmpty } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { beside } from "../pack/stack.ts";

export const subscriptionRequiresDeadLetter: Rule = {
  name: "subscription-requires-dead-letter",
  refuses: "A Subscription without a dead-letter topic, unless it reads one itself.",
  why: "An event that cannot be handled is dropped, or comes again for ever and holds up those behind it.",
  source: "https://docs.dapr.io/developing-applications/building-blocks/pubsub/pubsub-deadletter/",
  severity: "high",
  kinds: ["dapr.io/Subscription"],
  needsStack: true,
  check: (resource, { stack }) => {
    const isDeadLetterTopic = beside(resource, stack, "dapr.io/Subscription").some(
      ({ props }) => at(props, "spec", "deadLetterTopic") === at(resource.props, "spec", "topic"),
    );
    return findingIf(
      isEmpty(at(resource.props, "spec", "deadLetterTopic")) && !isDeadLetterTopic,
      "spec.deadLetterTopic",
      "is not set",
      "Name a topic for events that fail, behind a bounded retry of a Resiliency, and subscribe to it.",
    );
  },
};
