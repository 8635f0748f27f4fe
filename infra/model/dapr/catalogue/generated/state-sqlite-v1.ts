// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Span, Switch, Text } from "../component-values.ts";

export interface StateSqliteV1Metadata {
  /** Default: `20s`. Also: `timeoutInSeconds`. */
  readonly timeout?: Span;
  /** Default: `2s`. */
  readonly busyTimeout?: Span;
  /** Default: `false`. */
  readonly disableWAL?: Switch;
  /** Example: `state`. */
  readonly tableName?: Text;
  /** Example: `metadata`. */
  readonly metadataTableName?: Text;
  /** Default: `0s`. Also: `cleanupIntervalInSeconds`. */
  readonly cleanupInterval?: Span;
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

export type StateSqliteV1Authentication =
  /** Connection String. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. Also: `url`. */
      readonly connectionString: Secret;
    };

/** SQLite: `state.sqlite` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-sqlite/ */
export interface StateSqliteV1 extends ComponentOptions {
  readonly metadata?: StateSqliteV1Metadata;
  /** Exactly one. */
  readonly authentication: StateSqliteV1Authentication;
}
