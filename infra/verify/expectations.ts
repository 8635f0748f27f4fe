import { readableSecrets, stateStoresOf } from "../model/access.ts";
import { toComponents } from "../model/dapr/component.ts";
import { toResiliency } from "../model/dapr/resiliency.ts";
import { toSubscriptions } from "../model/dapr/subscription.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { leastReplicas } from "../model/scaling/scaling.ts";

/** A component as a sidecar reports it. */
export interface LoadedComponent {
  readonly name: string;
  readonly type: string;
  readonly version: string;
}

/** A subscription as a sidecar reports it. */
export interface LoadedSubscription {
  readonly pubsubname: string;
  readonly topic: string;
  readonly path: string;
  readonly deadLetterTopic: string;
}

/** What one app's sidecar must have loaded and must let through; from the model alone, never from the cluster. */
export interface AppExpectation {
  readonly app: string;
  readonly replicas: number;
  readonly components: readonly LoadedComponent[];
  readonly subscriptions: readonly LoadedSubscription[];
  readonly resiliencies: readonly string[];
  readonly stateStores: readonly string[];
  readonly secrets: readonly { readonly name: string; readonly keys: readonly string[] }[];
  /** A secret that exists and that this app must not read. */
  readonly deniedSecret: string | undefined;
  readonly secretStore: string;
  readonly pubsub: string;
  /** Topics that it publishes, and who receives them. */
  readonly publishes: readonly { readonly topic: string; readonly subscribers: readonly string[] }[];
  /** Declared calls to other apps. */
  readonly invocations: PlatformSpec["topology"]["invocations"];
  /** The other apps: their access rules must refuse this one what the topology does not name. */
  readonly deniedCallees: readonly string[];
}

const expectationOf = (platform: PlatformSpec, app: string): AppExpectation => {
  const { topology, pubsub, secretStore, services } = platform;
  const readable = readableSecrets(platform, app);
  const resiliency = toResiliency(platform);
  return {
    app,
    replicas: leastReplicas(services[app]),
    components: toComponents(platform)
      .filter((component) => component.scopes.includes(app))
      .map(({ name, type, version }) => ({ name, type, version })),
    subscriptions: toSubscriptions(platform)
      .filter((subscription) => subscription.app === app)
      .map(({ pubsub, topic, route, rules, deadLetterTopic }) => ({
        pubsubname: pubsub,
        topic,
        path: [...rules.map((rule) => rule.path), route].join(","),
        deadLetterTopic: deadLetterTopic ?? "",
      })),
    resiliencies: resiliency.scopes.includes(app) ? [resiliency.name] : [],
    stateStores: stateStoresOf(platform, app),
    secrets: readable.map((name) => ({ name, keys: topology.secrets[name]?.keys ?? [] })),
    deniedSecret:
      readable.length > 0 ? Object.keys(topology.secrets).find((name) => !readable.includes(name)) : undefined,
    secretStore,
    pubsub,
    publishes: Object.entries(topology.topics)
      .filter(([, topic]) => topic.publishers.includes(app))
      .map(([topic, spec]) => ({ topic, subscribers: Object.keys(spec.subscribers) })),
    invocations: topology.invocations.filter((call) => call.from === app),
    deniedCallees: Object.keys(topology.apps).filter((callee) => callee !== app),
  };
};

/** What `verify` expects of each app. */
export const toExpectations = (platform: PlatformSpec): AppExpectation[] =>
  Object.keys(platform.topology.apps).map((app) => expectationOf(platform, app));
