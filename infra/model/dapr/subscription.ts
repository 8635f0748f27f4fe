import { deadLetterTopic, type BulkSpec } from "@todo-platform/contracts";
import type { SubscriptionSpec } from "./kinds/generated/subscription.ts";
import type { PlatformSpec } from "../platform-spec.ts";

/** A declarative Subscription (dapr.io/v2alpha1) as plain data. */
export interface DaprSubscription {
  readonly name: string;
  /** The only app in its scopes. */
  readonly app: string;
  readonly topic: string;
  readonly pubsub: string;
  /** Route of every event that no rule matches. */
  readonly route: string;
  /** Routes of single event types, in CEL. */
  readonly rules: readonly { readonly match: string; readonly path: string }[];
  readonly bulk: BulkSpec | undefined;
  readonly deadLetterTopic: string | undefined;
}

const toRules = (routes: { readonly [event: string]: string | undefined }): DaprSubscription["rules"] =>
  Object.entries(routes).flatMap(([event, path]) =>
    path === undefined ? [] : [{ match: `event.type == ${JSON.stringify(event)}`, path }],
  );

/** A Subscription for each subscriber of each topic, and one for each dead-letter topic to the app that drains them. */
export const toSubscriptions = (platform: PlatformSpec): DaprSubscription[] => {
  const { topology, pubsub } = platform;
  const topics = Object.entries(topology.topics);
  const regular = topics.flatMap(([topic, spec]) =>
    Object.entries(spec.subscribers).map(([app, subscriber]) => ({
      name: `${app}-${topic}`,
      app,
      topic,
      pubsub,
      route: subscriber?.route ?? `/${topic}`,
      rules: toRules(subscriber?.routes ?? {}),
      bulk: subscriber?.bulk,
      deadLetterTopic: deadLetterTopic(topic),
    })),
  );
  const drains = topics.map(([topic]) => ({
    name: `${topology.deadLetters.app}-${deadLetterTopic(topic)}`,
    app: topology.deadLetters.app,
    topic: deadLetterTopic(topic),
    pubsub,
    route: topology.deadLetters.route,
    rules: [],
    bulk: undefined,
    deadLetterTopic: undefined,
  }));
  return [...regular, ...drains];
};

/** The spec of a Subscription; its fields are Dapr's. */
export const toSubscriptionSpec = (subscription: DaprSubscription): SubscriptionSpec => {
  const { topic, pubsub, route, rules, bulk, deadLetterTopic: deadLetters } = subscription;
  return {
    pubsubname: pubsub,
    topic,
    routes: { ...(rules.length === 0 ? {} : { rules }), default: route },
    ...(bulk === undefined
      ? {}
      : {
          bulkSubscribe: {
            enabled: true,
            maxMessagesCount: bulk.maxMessages,
            maxAwaitDurationMs: bulk.maxAwaitMs,
          },
        }),
    ...(deadLetters === undefined ? {} : { deadLetterTopic: deadLetters }),
  };
};
