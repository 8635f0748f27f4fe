import { nodeId } from "../graph/graph.ts";
import type { Mark } from "../graph/svg.ts";
import type { Observed, ObservedApp, ObservedTopic } from "./observation.ts";

const ofApp = ({ app, wanted, pods }: ObservedApp): [string, Mark] => {
  const ready = pods.filter((pod) => pod.ready).length;
  return [nodeId("app", app), { good: ready >= wanted, said: `${ready} of ${wanted} ready` }];
};

const ofTopic = ({ topic, groups, deadLetters }: ObservedTopic): [string, Mark] => {
  const lag = groups.reduce((sum, group) => sum + (group.lag ?? 0), 0);
  return [nodeId("topic", topic), { good: deadLetters === 0, said: `${deadLetters} dead letters, lag ${lag}` }];
};

/** How the graph's nodes do, by their ids: apps by their ready pods, topics by their dead letters. What was not seen yet has no mark. */
export const toMarks = ({ apps, topics }: Observed): ReadonlyMap<string, Mark> =>
  new Map([...(apps.value ?? []).map(ofApp), ...(topics.value ?? []).map(ofTopic)]);
