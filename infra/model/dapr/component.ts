import type { BindingSpec } from "@todo-platform/contracts";
import { toTopicRights } from "../access.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { componentScopes } from "./component-scopes.ts";
import type { ComponentMetadata, ComponentSpec } from "./component-spec.ts";
import { cronBinding } from "./cron-binding.ts";

/** A Dapr Component (dapr.io/v1alpha1) as plain data. */
export interface DaprComponent extends ComponentSpec {
  readonly name: string;
  /** Never empty: Dapr would load a component without scopes into every sidecar of the namespace. */
  readonly scopes: readonly string[];
}

const topicScopes = (apps: readonly string[], topicsOf: (app: string) => readonly string[] | undefined): string =>
  apps.map((app) => `${app}=${(topicsOf(app) ?? []).join(",")}`).join(";");

/** The same rights as the apps' Kafka users have, for every broker. Source: dapr pkg/scopes/scopes.go. */
const topicMetadata = (platform: PlatformSpec, scopes: readonly string[]): ComponentMetadata[] => {
  const rights = new Map(toTopicRights(platform.topology).map((right) => [right.app, right]));
  return [
    { name: "publishingScopes", value: topicScopes(scopes, (app) => rights.get(app)?.writes) },
    { name: "subscriptionScopes", value: topicScopes(scopes, (app) => rights.get(app)?.reads) },
  ];
};

/**
 * Without a direction daprd asks each app by OPTIONS whether it wants the input, and a slow answer delays its start.
 * Source: dapr pkg/runtime/processor/binding.
 */
const bindingMetadata = ({ direction, route }: BindingSpec): ComponentMetadata[] => [
  { name: "direction", value: direction },
  ...(route === undefined ? [] : [{ name: "route", value: route }]),
];

/** What the topology adds to a component. */
const derivedMetadata = (platform: PlatformSpec, name: string, scopes: readonly string[]): ComponentMetadata[] => {
  const binding = platform.topology.bindings?.[name];
  return [
    ...(name === platform.pubsub ? topicMetadata(platform, scopes) : []),
    ...(binding === undefined ? [] : bindingMetadata(binding)),
  ];
};

/** Every component of a platform that an app uses, the cron bindings of its schedules included. */
export const toComponents = (platform: PlatformSpec): DaprComponent[] => {
  const scopesOf = componentScopes(platform);
  const schedules = Object.entries(platform.topology.schedules ?? {})
    .filter(([name]) => !Object.hasOwn(platform.components, name))
    .map(([name, schedule]) => [name, cronBinding(schedule)] as const);
  return [...Object.entries(platform.components), ...schedules].flatMap(([name, spec]) => {
    const scopes = scopesOf.get(name);
    if (scopes === undefined) return [];
    return [{ ...spec, name, metadata: [...spec.metadata, ...derivedMetadata(platform, name, scopes)], scopes }];
  });
};
