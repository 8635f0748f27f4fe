// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateOracledatabaseV1Metadata {
  /** Default: `state`. */
  readonly tableName?: Text;
  /** Example: `/path/to/wallet`. */
  readonly oracleWalletLocation?: Text;
  /** Default: `1000`. */
  readonly bulkGetChunkSize?: Count;
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

export type StateOracledatabaseV1Authentication =
  /** Connection String. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly connectionString: Secret;
    };

/** Oracle Database: `state.oracledatabase` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-oracledatabase/ */
export interface StateOracledatabaseV1 extends ComponentOptions {
  readonly metadata?: StateOracledatabaseV1Metadata;
  /** Exactly one. */
  readonly authentication: StateOracledatabaseV1Authentication;
}
