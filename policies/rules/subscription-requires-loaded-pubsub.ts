import { componentType, scopesOf } from "../pack/dapr.ts";
import { at, textOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { beside, nameOf } from "../pack/stack.ts";

export const subscriptionRequiresLoadedPubsub: Rule = {
  name: "subscription-requires-loaded-pubsub",
  refuses: "A Subscription to a pub/sub component that its apps do not load.",
  why: "The app starts and looks well, and never gets an event.",
  source: "https://docs.dapr.io/reference/resource-specs/subscription-schema/",
  severity: "high",
  kinds: ["dapr.io/Subscription"],
  // Components of another stack are not seen.
  needsStack: true,
  check: (resource, { stack }) => {
    const name = textOf(at(resource.props, "spec", "pubsubname"));
    const components = beside(resource, stack, "dapr.io/Component").filter((component) =>
      componentType(component).startsWith("pubsub."),
    );
    const named = components.find((component) => nameOf(component) === name);
    const loading = named && scopesOf(named);
    const without = loading && scopesOf(resource)?.find((app) => !loading.includes(app));
    return findingIf(
      components.length > 0 && (named === undefined || without !== undefined),
      "spec.pubsubname",
      named === undefined ? `is ${name}, and there is no such component` : `is ${name}, which ${without} does not load`,
      "Name a pub/sub component of the namespace, with the app in its scopes.",
    );
  },
};
