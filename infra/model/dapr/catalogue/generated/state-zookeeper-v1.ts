// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateZookeeperV1Metadata {
  /** Required. Example: `localhost:2181`. */
  readonly servers: Text;
  /** Required. Example: `10s`. */
  readonly sessionTimeout: Text;
  /** Default: `1048576`. */
  readonly maxBufferSize?: Count;
  /** Default: `1048576`. */
  readonly maxConnBufferSize?: Count;
  /** Example: `my_key_prefix_path`. */
  readonly keyPrefixPath?: Text;
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

/** ZooKeeper: `state.zookeeper` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-zookeeper/ */
export interface StateZookeeperV1 extends ComponentOptions {
  readonly metadata: StateZookeeperV1Metadata;
}
