import { componentType, isYes, metadataItem } from "../pack/dapr.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { beside } from "../pack/stack.ts";

export const stateComponentRequiresActorStore: Rule = {
  name: "state-component-requires-actor-store",
  refuses: "A namespace with state stores of which none is for actors.",
  why: "Actors, reminders and workflows fail in all of its apps, and not before they are first used.",
  source: "https://docs.dapr.io/developing-applications/building-blocks/actors/howto-actors/#actor-state",
  severity: "medium",
  kinds: ["dapr.io/Component"],
  where: (resource) => componentType(resource).startsWith("state."),
  needsStack: true,
  check: (resource, { stack }) =>
    findingIf(
      !beside(resource, stack, "dapr.io/Component").some((other) => isYes(metadataItem(other, "actorStateStore"))),
      "spec.metadata",
      "has no actorStateStore, and no other state store of the namespace has it",
      'Add the entry actorStateStore with "true" to one of them.',
    ),
};
