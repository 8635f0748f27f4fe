// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateCouchbaseV1Metadata {
  /** Default: `0`. */
  readonly numReplicasDurableReplication?: Count;
  /** Default: `0`. */
  readonly numReplicasDurablePersistence?: Count;
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

export type StateCouchbaseV1Authentication =
  /** Connection String. */
  | {
      readonly profile: "connection-string";
      /** Required. Example: `couchbase://localhost`. */
      readonly couchbaseURL: Text;
      /** Required. */
      readonly username: Text;
      /** Required. Secret. */
      readonly password: Secret;
      /** Required. Example: `default`. */
      readonly bucketName: Text;
    };

/** Couchbase: `state.couchbase` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-couchbase/ */
export interface StateCouchbaseV1 extends ComponentOptions {
  readonly metadata?: StateCouchbaseV1Metadata;
  /** Exactly one. */
  readonly authentication: StateCouchbaseV1Authentication;
}
