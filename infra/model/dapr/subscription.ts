import { deadLetterTopic } from "@todo-platform/contracts";
import type { PlatformSpec } from "../platform-spec.ts";

/** A declarative Subscription (dapr.io/v2alpha1) as plain data. */
export interface DaprSubscription {
  readonly name: string;
  /** The only app in its scopes. */
  readonly app: string;
  readonly topic: string;
  readonly pubsub: string;
  readonly route: string;
  readonly deadLetterTopic: string | undefined;
}

/** A Subscription for each subscriber of each topic, and one for each dead-letter topic to the app that drains them. */
export const toSubscriptions = (platform: PlatformSpec): DaprSubscription[] => {
  const { topology, kafka } = platform;
  const topics = Object.entries(topology.topics);
  const regular = topics.flatMap(([topic, spec]) =>
    Object.entries(spec.subscribers).map(([app, subscriber]) => ({
      name: `${app}-${topic}`,
      app,
      topic,
      pubsub: kafka.pubsub,
      route: subscriber?.route ?? `/${topic}`,
      deadLetterTopic: deadLetterTopic(topic),
    })),
  );
  const drains = topics.map(([topic]) => ({
    name: `${topology.deadLetters.app}-${deadLetterTopic(topic)}`,
    app: topology.deadLetters.app,
    topic: deadLetterTopic(topic),
    pubsub: kafka.pubsub,
    route: topology.deadLetters.route,
    deadLetterTopic: undefined,
  }));
  return [...regular, ...drains];
};
