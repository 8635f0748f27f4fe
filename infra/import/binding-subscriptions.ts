import { itemsAt, objectAt, textAt, textsAt } from "../model/dapr/kinds/plain-value.ts";
import type { Draft, Mutable } from "./draft.ts";

const routeOf = (subscription: Draft): string =>
  textAt(subscription.document, "spec", "routes", "default") ?? textAt(subscription.document, "spec", "route") ?? "";

const namedBinding = (subscription: Draft, drafts: readonly Draft[]): Draft | undefined => {
  const name = textAt(subscription.document, "spec", "pubsubname");
  const named = drafts.filter(
    (each) => each.kind === "Component" && textAt(each.document, "metadata", "name") === name,
  );
  const isBinding = (each: Draft): boolean => textAt(each.document, "spec", "type")?.startsWith("bindings.") ?? false;
  return named.every(isBinding) ? named[0] : undefined;
};

const appsOf = ({ document }: Draft): string[] =>
  [...textsAt(document, "scopes"), ...textsAt(document, "spec", "scopes")].map(([, app]) => app);

/**
 * A Subscription to a binding becomes what it means: the route and the scopes of the binding, which calls the app itself.
 * Returns the drafts that are left.
 */
export const mergeBindingSubscriptions = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter((subscription) => {
    const binding = subscription.kind === "Subscription" ? namedBinding(subscription, drafts) : undefined;
    if (!binding) return true;
    const spec = objectAt(binding.document, "spec") as Mutable;
    const name = textAt(subscription.document, "metadata", "name") ?? "";
    const route = routeOf(subscription);
    const metadata = Array.isArray(spec["metadata"]) ? (spec["metadata"] as unknown[]) : [];
    spec["metadata"] = metadata;
    if (
      route !== "" &&
      !itemsAt(spec, "metadata").some(([, item]) => textAt(item, "name")?.toLowerCase() === "route")
    ) {
      const item = { name: "route", value: route };
      metadata.push(item);
      binding.notes.add(item, "", `TP0709: was Subscription ${name}, now the binding's own route`);
    }
    const apps = appsOf(subscription);
    if (apps.length > 0 && textsAt(binding.document, "scopes").length === 0) {
      binding.document["scopes"] = apps;
      binding.notes.add(binding.document, "scopes", `TP0709: was in Subscription ${name}, now scopes of the binding`);
    }
    return false;
  });
