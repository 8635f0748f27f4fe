// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface StateMysqlV1Metadata {
  /** Default: `1h`. */
  readonly cleanupInterval?: Span;
  /** Default: `dapr_metadata`. */
  readonly metadataTableName?: Text;
  /** Example: `/path/to/file.pem`. */
  readonly pemPath?: Text;
  /** Default: `dapr_state_store`. */
  readonly schemaName?: Text;
  /** Default: `state`. */
  readonly tableName?: Text;
  /** Default: `20`. */
  readonly timeoutInSeconds?: Count;
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

export type StateMysqlV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly connectionString: Secret;
    };

/** MySQL & MariaDB: `state.mysql` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-mysql/ */
export interface StateMysqlV1 extends ComponentOptions {
  readonly metadata?: StateMysqlV1Metadata;
  /** Exactly one. */
  readonly authentication: StateMysqlV1Authentication;
}
