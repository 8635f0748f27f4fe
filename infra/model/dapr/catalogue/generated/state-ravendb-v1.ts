// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateRavendbV1Metadata {
  /** Default: `daprStore`. */
  readonly DatabaseName?: Text;
  /** Default: `127.0.0.1`. */
  readonly ServerURL?: Text;
  /** Example: `/path/to/cert`. */
  readonly CertPath?: Text;
  /** Example: `/path/to/key`. */
  readonly KeyPath?: Text;
  /** Default: `true`. */
  readonly EnableTTL?: Switch;
  /** Default: `60`. */
  readonly TTLFrequency?: Count;
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

export type StateRavendbV1Authentication =
  /** No authentication. */
  | {
      readonly profile: "none";
      /** Required. Secret. Example: `http://live-test.ravendb.net`. */
      readonly connectionString: Secret;
    };

/** RavenDB: `state.ravendb` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-ravendb/ */
export interface StateRavendbV1 extends ComponentOptions {
  readonly metadata?: StateRavendbV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateRavendbV1Authentication;
}
