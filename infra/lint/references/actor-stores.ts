import { itemsAt, textAt, textsAt } from "../../model/dapr/kinds/plain-value.ts";
import type { LintFinding } from "../lint-finding.ts";
import type { Manifest } from "../manifest.ts";
import { sameNamespace, togetherness } from "./nearness.ts";
import { findingAt, problemOf, type ReferenceRule } from "./together.ts";

/** Index of the item that makes a state store the one of actors. */
const actorFlag = (component: Manifest): number | undefined =>
  itemsAt(component.value, "spec", "metadata").find(
    ([, item]) => textAt(item, "name")?.toLowerCase() === "actorstatestore" && /^true$/i.test(String(item["value"])),
  )?.[0];

const isActorStore = (component: Manifest): boolean =>
  (textAt(component.value, "spec", "type") ?? "").startsWith("state.") && actorFlag(component) !== undefined;

const shareApp = (a: Manifest, b: Manifest): boolean => {
  const [first, second] = [a, b].map(({ value }) => textsAt(value, "scopes").map(([, app]) => app));
  if (!first?.length || !second?.length) return true;
  return first.some((app) => second.includes(app));
};

/** A sidecar has one store for its actors. Source: dapr pkg/runtime/compstore/statestore.go. */
export const checkActorStores: ReferenceRule = ({ components }) => {
  const stores = components.filter(isActorStore);
  return stores.flatMap((store, index): LintFinding[] => {
    const rival = stores
      .slice(0, index)
      .find(
        (each) =>
          each.name !== store.name && sameNamespace(each, store) && shareApp(each, store) && togetherness(each, store),
      );
    const severity = rival && togetherness(rival, store);
    if (!rival || !severity) return [];
    const path = `spec.metadata[${actorFlag(store) ?? 0}].value`;
    const message = `"${rival.name}" is an actor state store already: an app that loads both does not start`;
    const remedy = "Keep actorStateStore on one of them, or give them scopes without a common app.";
    return [findingAt(store, problemOf(severity, "TP0714", path, "true", message, remedy))];
  });
};
