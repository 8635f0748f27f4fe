import type { KubeObject } from "./kube-object.ts";
import { fieldsAt, listAt, textAt, textsAt } from "./read.ts";

/** A declarative subscription. */
export interface DaprSubscription {
  readonly name: string;
  readonly namespace: string;
  readonly pubsub: string;
  readonly topic: string;
  /** `undefined`: every app of the namespace. */
  readonly scopes: readonly string[] | undefined;
  /** Routes, with the rules that choose them. */
  readonly routes: readonly { readonly path: string; readonly match: string }[];
  readonly deadLetter: string | undefined;
  /** Such as `100 events or 50 ms`. @default events come one by one */
  readonly bulk: string | undefined;
}

const routesOf = (spec: Readonly<Record<string, unknown>>): DaprSubscription["routes"] => [
  ...listAt(spec, "routes", "rules").map((rule) => ({
    path: textAt(rule, "path") ?? "",
    match: textAt(rule, "match") ?? "",
  })),
  // v1alpha1 has one route, v2alpha1 a default
  ...[textAt(spec, "routes", "default"), textAt(spec, "route")].flatMap((path) =>
    path === undefined ? [] : [{ path, match: "" }],
  ),
];

const bulkOf = (spec: Readonly<Record<string, unknown>>): string | undefined =>
  textAt(spec, "bulkSubscribe", "enabled") === "true"
    ? `${textAt(spec, "bulkSubscribe", "maxMessagesCount") ?? "100"} events or ${textAt(spec, "bulkSubscribe", "maxAwaitDurationMs") ?? "1000"} ms`
    : undefined;

/** The subscription of an object of that kind. */
export const subscriptionOf = ({ kind, group, name, namespace, fields }: KubeObject): DaprSubscription[] => {
  if (kind !== "Subscription" || group !== "dapr.io") return [];
  const spec = fieldsAt(fields, "spec");
  const scopes = textsAt(fields, "scopes");
  return [
    {
      name,
      namespace,
      pubsub: textAt(spec, "pubsubname") ?? "",
      topic: textAt(spec, "topic") ?? "",
      scopes: scopes.length === 0 ? undefined : scopes,
      routes: routesOf(spec),
      deadLetter: textAt(spec, "deadLetterTopic") || undefined,
      bulk: bulkOf(spec),
    },
  ];
};
