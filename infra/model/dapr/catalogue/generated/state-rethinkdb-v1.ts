// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateRethinkdbV1Metadata {
  /** Default: `daprstate`. */
  readonly table?: Text;
  /** Default: `false`. */
  readonly archive?: Switch;
  /** Example: `10s`. */
  readonly timeout?: Text;
  /** Default: `false`. */
  readonly useJSONNumber?: Switch;
  /** Example: `3`. */
  readonly numRetries?: Count;
  /** Default: `5m`. */
  readonly hostDecayDuration?: Text;
  /** Default: `false`. */
  readonly useOpentracing?: Switch;
  /** Example: `10s`. */
  readonly writeTimeout?: Text;
  /** Example: `10s`. */
  readonly readTimeout?: Text;
  /** Example: `1`. */
  readonly handshakeVersion?: Count;
  /** Example: `30s`. */
  readonly keepAlivePeriod?: Text;
  /** Example: `5`. */
  readonly maxIdle?: Count;
  /** Secret. */
  readonly authKey?: Secret;
  /** Example: `5`. */
  readonly initialCap?: Count;
  /** Example: `10`. */
  readonly maxOpen?: Count;
  /** Example: `false`. */
  readonly discoverHosts?: Switch;
  /** Example: `5m`. */
  readonly nodeRefreshInterval?: Text;
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
  /** Default: `false`. */
  readonly enableTLS?: Switch;
  readonly clientCert?: Text;
  /** Secret. */
  readonly clientKey?: Secret;
}

export type StateRethinkdbV1Authentication =
  /** Username/Password Authentication. */
  | {
      readonly profile: "password";
      /** Example: `localhost:28015`. */
      readonly address?: Text;
      /** Example: `localhost:28015,localhost:28016`. */
      readonly addresses?: Text;
      /** Required. Example: `dapr`. */
      readonly database: Text;
      /** Example: `admin`. */
      readonly username?: Text;
      /** Secret. Example: `password`. */
      readonly password?: Secret;
    };

/** RethinkDB: `state.rethinkdb` v1, beta. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-rethinkdb/ */
export interface StateRethinkdbV1 extends ComponentOptions {
  readonly metadata?: StateRethinkdbV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateRethinkdbV1Authentication;
}
