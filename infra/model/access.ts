import { deadLetterTopic, type Topology } from "@todo-platform/contracts";
import type { PlatformSpec } from "./platform-spec.ts";

/** Secret of the demo user (keys `username`, `password`); made only where the config names one. */
export const demoUserSecret = "demo-user";

/** Secrets that the topology lets an app read, sorted. */
export const readableSecrets = (platform: PlatformSpec, app: string): string[] =>
  Object.entries(platform.topology.secrets)
    .filter(([, secret]) => secret.apps.includes(app))
    .map(([name]) => name)
    .sort();

/** Secrets of Kubernetes that an app's sidecar reads for it: none where they stand in another store. */
export const kubernetesSecretsOf = (platform: PlatformSpec, app: string): string[] =>
  platform.components[platform.secretStore]?.type === "secretstores.kubernetes" ? readableSecrets(platform, app) : [];

/** Names of the state stores that an app may use, in the order of the topology. */
export const stateStoresOf = ({ topology }: PlatformSpec, app: string): string[] =>
  Object.entries(topology.stateStores)
    .filter(([, store]) => store.apps.includes(app))
    .map(([name]) => name);

/** What an app may do with topics. */
export interface TopicRights {
  readonly app: string;
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

/**
 * The apps that touch topics and what each may read and write: least privilege from the topology. A subscriber writes
 * the dead letters of what it reads, since its sidecar moves them; the app that drains dead letters publishes them again
 * to every topic.
 */
export const toTopicRights = (topology: Topology): TopicRights[] => {
  const rights = new Map(
    Object.keys(topology.apps).map((app) => [app, { app, writes: [] as string[], reads: [] as string[] }]),
  );
  const deadLetters: string[] = [];
  for (const [name, topic] of Object.entries(topology.topics)) {
    for (const app of topic.publishers) rights.get(app)?.writes.push(name);
    for (const app of Object.keys(topic.subscribers)) rights.get(app)?.reads.push(name);
    deadLetters.push(deadLetterTopic(name));
  }
  const moved = [...rights.values()].map(({ app, reads }) => [app, reads.map(deadLetterTopic)] as const);
  for (const [app, topics] of moved) rights.get(app)?.writes.push(...topics);
  const drain = rights.get(topology.deadLetters.app);
  drain?.reads.push(...deadLetters);
  const others = Object.keys(topology.topics).filter((name) => !drain?.writes.includes(name));
  drain?.writes.push(...others);
  return [...rights.values()].filter(({ reads, writes }) => reads.length > 0 || writes.length > 0);
};
