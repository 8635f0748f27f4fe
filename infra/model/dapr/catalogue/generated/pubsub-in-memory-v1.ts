// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface PubsubInMemoryV1Metadata {
  /** Default: `the app id`. Source: dapr pkg/runtime/processor/pubsub/pubsub.go. */
  readonly consumerID?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly publishingScopes?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly subscriptionScopes?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly allowedTopics?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly protectedTopics?: Text;
}

/** In-memory: `pubsub.in-memory` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-inmemory/ */
export interface PubsubInMemoryV1 extends ComponentOptions {
  readonly metadata?: PubsubInMemoryV1Metadata;
}
