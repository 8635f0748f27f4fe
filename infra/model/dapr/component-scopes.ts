import type { PlatformSpec } from "../platform-spec.ts";

/** Every use of a component by an app: `[component, app]`. */
const uses = ({ topology, pubsub, secretStore, services }: PlatformSpec): [component: string, app: string][] => {
  const of = (component: string, apps: readonly string[]) => apps.map((app): [string, string] => [component, app]);
  const topics = Object.values(topology.topics);
  return [
    ...topics.flatMap((topic) => of(pubsub, [...topic.publishers, ...Object.keys(topic.subscribers)])),
    ...(topics.length > 0 ? of(pubsub, [topology.deadLetters.app]) : []),
    ...Object.entries(topology.stateStores).flatMap(([name, store]) => of(name, store.apps)),
    ...Object.values(topology.secrets).flatMap((secret) => of(secretStore, secret.apps)),
    ...Object.entries(topology.schedules ?? {}).flatMap(([name, schedule]) => of(name, [schedule.app])),
    ...Object.entries(topology.bindings ?? {}).flatMap(([name, binding]) => of(name, binding.apps)),
    ...Object.entries(topology.buildingBlocks ?? {}).flatMap(([name, block]) => of(name, block.apps)),
    ...Object.entries(services).flatMap(([app, service]) =>
      (service.middleware ?? []).map((name): [string, string] => [name, app]),
    ),
  ];
};

/** The apps that use each component, sorted; a component that nobody uses is missing. */
export const componentScopes = (platform: PlatformSpec): ReadonlyMap<string, readonly string[]> => {
  const scopes = new Map<string, Set<string>>();
  for (const [component, app] of uses(platform)) {
    const apps = scopes.get(component) ?? new Set();
    scopes.set(component, apps.add(app));
  }
  return new Map([...scopes].map(([component, apps]) => [component, [...apps].sort()]));
};
