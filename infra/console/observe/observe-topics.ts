import type { DeadLetter } from "@todo-platform/contracts";
import { kafkaBootstrap } from "../../model/kafka.ts";
import type { PlatformSpec } from "../../model/platform-spec.ts";
import type { ClusterView } from "../../verify/cluster-view.ts";
import type { ObservedTopic } from "../observation.ts";
import { describeGroupsScript, parseGroups } from "./consumer-groups.ts";

/** Acknowledged events by `<app> <topic>`, and when they were counted. */
export interface Counted {
  readonly at: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Subscribers of each topic. */
const subscribersOf = ({ topology }: PlatformSpec): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(topology.topics).map(([topic, { subscribers }]) => [topic, Object.keys(subscribers)] as const);

/** How many events each subscriber has acknowledged so far. */
export const countEvents = async (platform: PlatformSpec, view: ClusterView): Promise<Counted> => {
  const pairs = subscribersOf(platform).flatMap(([topic, apps]) => apps.map((app) => [app, topic] as const));
  const counts = await Promise.all(
    pairs.map(async ([app, topic]) => {
      const byPod = await view.deliveries(app, topic);
      return [`${app} ${topic}`, [...byPod.values()].reduce((sum, count) => sum + count, 0)] as const;
    }),
  );
  return { at: Date.now(), counts: new Map(counts) };
};

/** Where a broker of ours can be asked; other kinds have consoles of their own. */
export const observeLag = async (platform: PlatformSpec, view: ClusterView): Promise<ReadonlyMap<string, number>> => {
  const { kafka } = platform;
  if (kafka?.kind !== "plain") return new Map();
  const label = `app.kubernetes.io/name=${kafka.cluster}`;
  const text = await view.script(kafka.namespace, label, describeGroupsScript(kafkaBootstrap(kafka)));
  if (text === undefined) throw new Error("no broker runs");
  return parseGroups(text);
};

/** Events a second since the earlier count; a sidecar that started anew counts from nothing. */
export const rateOf = (key: string, now: Counted, before: Counted | undefined): number => {
  if (before === undefined || now.at <= before.at) return 0;
  const added = (now.counts.get(key) ?? 0) - (before.counts.get(key) ?? 0);
  return Math.max(0, (added * 1000) / (now.at - before.at));
};

/** Puts together what was counted. */
export const toTopics = (
  platform: PlatformSpec,
  counted: { readonly now: Counted; readonly before: Counted | undefined },
  lags: ReadonlyMap<string, number> | undefined,
  deadLetters: readonly Pick<DeadLetter, "topic">[],
): readonly ObservedTopic[] =>
  subscribersOf(platform).map(([topic, apps]) => ({
    topic,
    groups: apps.map((group) => ({
      group,
      lag: lags?.get(`${group} ${topic}`),
      rate: rateOf(`${group} ${topic}`, counted.now, counted.before),
    })),
    deadLetters: deadLetters.filter((letter) => letter.topic === topic).length,
  }));
