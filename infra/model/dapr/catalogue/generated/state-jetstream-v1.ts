// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface StateJetstreamV1Metadata {
  /** Default: `dapr.io - statestore.jetstream`. */
  readonly name?: Text;
  /** Required. Example: `nats://localhost:4222`. */
  readonly natsURL: Text;
  /** Secret. Example: `my_jwt`. */
  readonly jwt?: Secret;
  /** Secret. Example: `my_seed_key`. */
  readonly seedKey?: Secret;
  /** Required. Example: `my_bucket`. */
  readonly bucket: Text;
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

/** JetStream KV: `state.jetstream` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-jetstream-kv/ */
export interface StateJetstreamV1 extends ComponentOptions {
  readonly metadata: StateJetstreamV1Metadata;
}
