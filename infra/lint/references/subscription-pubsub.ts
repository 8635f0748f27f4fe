import { itemsAt, textAt } from "../../model/dapr/kinds/plain-value.ts";
import { error } from "../../model/checks/error.ts";
import type { LintFinding } from "../lint-finding.ts";
import type { Manifest } from "../manifest.ts";
import { judgeAbsence, maybeSameNamespace, remedyForAbsence } from "./nearness.ts";
import { findingAt, problemOf, type ReferenceRule } from "./together.ts";

const typeOf = (component: Manifest): string => textAt(component.value, "spec", "type") ?? "";

const routeOf = ({ value }: Manifest): string => {
  const route = itemsAt(value, "spec", "metadata").find(([, item]) => textAt(item, "name")?.toLowerCase() === "route");
  return textAt(route?.[1], "value") ?? "";
};

/** What to do instead of subscribing to something that is no broker. */
const remedyFor = (component: Manifest): string => {
  const type = typeOf(component);
  if (!type.startsWith("bindings.")) return "Name a component of type pubsub.*.";
  const route = routeOf(component) || `/${component.name}`;
  return `Remove the Subscription: the binding itself POSTs to ${route} of the apps in its scopes; metadata "route" changes the path.`;
};

/** A subscription is about a broker: the component that it names is one of type pubsub. */
export const checkSubscriptionPubsub: ReferenceRule = ({ subscriptions, components }) =>
  subscriptions.flatMap((subscription): LintFinding[] => {
    const pubsub = textAt(subscription.value, "spec", "pubsubname") ?? "";
    const path = "spec.pubsubname";
    const named = components.filter((each) => each.name === pubsub && maybeSameNamespace(each, subscription));
    if (named.some((each) => typeOf(each).startsWith("pubsub.") || typeOf(each) === "")) return [];
    const [other] = named;
    if (other) {
      const message = `component "${pubsub}" is of type ${typeOf(other)}, and no pubsub: nothing is ever delivered`;
      return [findingAt(subscription, error("TP0709", path, pubsub, message, remedyFor(other)))];
    }
    const known = components.filter((each) => typeOf(each).startsWith("pubsub."));
    const absence = judgeAbsence(subscription, pubsub, known);
    if (!absence) return [];
    const message = `no component "${pubsub}" is given: daprd skips the subscription`;
    const remedy = remedyForAbsence(absence, known, "pubsub components");
    return [findingAt(subscription, problemOf(absence.severity, "TP0710", path, pubsub, message, remedy))];
  });
