// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateCassandraV1Metadata {
  /** Required. Example: `cassandra.cassandra.svc.cluster.local,other.cassandra.example.tld`. */
  readonly hosts: Text;
  /** Default: `9042`. */
  readonly port?: Count;
  /** Default: `false`. */
  readonly enableHostVerification?: Switch;
  /** Default: `items`. */
  readonly table?: Text;
  /** Default: `4`. */
  readonly protoVersion?: Count;
  /** Default: `1`. */
  readonly replicationFactor?: Count;
  /** Default: `All`. */
  readonly consistency?: Choice<"Any" | "One" | "Two" | "Three" | "Quorum" | "All" | "LocalQuorum" | "EachQuorum" | "LocalOne">;
  /** Default: `dapr`. */
  readonly keyspace?: Text;
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

export type StateCassandraV1Authentication =
  /** Username and password. */
  | {
      readonly profile: "password";
      /** Required. Example: `admin`. */
      readonly username: Text;
      /** Required. Secret. */
      readonly password: Secret;
    };

/** Apache Cassandra: `state.cassandra` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-cassandra/ */
export interface StateCassandraV1 extends ComponentOptions {
  readonly metadata: StateCassandraV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateCassandraV1Authentication;
}
