// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateMemcachedV1Metadata {
  /** Required. Example: `memcached.default.svc.cluster.local:11211`. */
  readonly hosts: Text;
  /** Default: `2`. */
  readonly maxIdleConnections?: Count;
  /** Default: `1s`. */
  readonly timeout?: Count;
  /** Default: `appid`. Source: dapr pkg/components/state/state_config.go. */
  readonly keyPrefix?: Text;
  /** Secret. Source: dapr pkg/encryption/encryption.go. */
  readonly primaryEncryptionKey?: Secret;
  /** Secret. Source: dapr pkg/encryption/encryption.go. */
  readonly secondaryEncryptionKey?: Secret;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPublishPubsub?: Text;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPublishTopic?: Text;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPubsub?: Text;
  /** Default: `false`. Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxDiscardWhenMissingState?: Switch;
  /** Default: `false`. Source: dapr pkg/runtime/processor/state/state.go. */
  readonly actorStateStore?: Switch;
}

/** Memcached: `state.memcached` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-memcached/ */
export interface StateMemcachedV1 extends ComponentOptions {
  readonly metadata: StateMemcachedV1Metadata;
}
