// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateEtcdV2Metadata {
  /** Required. Example: `localhost:2379`. */
  readonly endpoints: Text;
  /** Example: `my_key_prefix_path`. */
  readonly keyPrefixPath?: Text;
  /** Default: `128`. */
  readonly maxTxnOps?: Count;
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

export type StateEtcdV2Authentication =
  /** TLS Authentication. */
  | {
      readonly profile: "tls";
      /** Required. */
      readonly ca: Text;
      /** Required. */
      readonly cert: Text;
      /** Required. */
      readonly key: Text;
    };

/** etcd: `state.etcd` v2, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-etcd/ */
export interface StateEtcdV2 extends ComponentOptions {
  readonly metadata: StateEtcdV2Metadata;
  /** Exactly one. */
  readonly authentication?: StateEtcdV2Authentication;
}
