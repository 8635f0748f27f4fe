import { componentType, isYes, meet, metadataItem } from "../pack/dapr.ts";
import type { Resource } from "../pack/resource.ts";
import type { Rule } from "../pack/rule.ts";
import { beside, nameOf } from "../pack/stack.ts";

const isActorStore = (resource: Resource): boolean => isYes(metadataItem(resource, "actorStateStore"));

export const stateComponentForbidsSecondActorStore: Rule = {
  name: "state-component-forbids-second-actor-store",
  refuses: "Two state stores for actors that one app loads.",
  why: "A sidecar takes one actor store; which of two it finds first decides where actors, reminders and workflows live.",
  source: "https://docs.dapr.io/developing-applications/building-blocks/actors/howto-actors/#actor-state",
  severity: "critical",
  kinds: ["dapr.io/Component"],
  where: (resource) => componentType(resource).startsWith("state."),
  needsStack: true,
  check: (resource, { stack }) =>
    (isActorStore(resource) ? beside(resource, stack, "dapr.io/Component") : [])
      .filter((other) => other.urn !== resource.urn && isActorStore(other) && meet(resource, other))
      .map((other) => ({
        key: `${metadataItem(resource, "actorStateStore")?.path}.value`,
        problem: `is true, and so it is of ${nameOf(other)}, for the same apps`,
        remedy: "Leave actorStateStore to one of them, or give them scopes that do not meet.",
      })),
};
