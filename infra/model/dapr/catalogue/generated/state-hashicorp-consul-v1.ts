// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface StateHashicorpConsulV1Metadata {
  /** Example: `dc1`. */
  readonly datacenter?: Text;
  /** Example: `http://localhost:8500`. */
  readonly httpAddr?: Text;
  /** Secret. Example: `my_acl_token`. */
  readonly aclToken?: Secret;
  /** Example: `http`. */
  readonly scheme?: Text;
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

/** Echo: `state.hashicorp.consul` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-consul/ */
export interface StateHashicorpConsulV1 extends ComponentOptions {
  readonly metadata?: StateHashicorpConsulV1Metadata;
}
