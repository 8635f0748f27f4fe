// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface StateCoherenceV1Metadata {
  /** Default: `localhost:1408`. */
  readonly serverAddress?: Text;
  /** Default: `false`. */
  readonly tlsEnabled?: Switch;
  readonly tlsClientCertPath?: Text;
  readonly tlsClientKey?: Text;
  readonly tlsCertsPath?: Text;
  /** Default: `false`. */
  readonly ignoreInvalidCerts?: Switch;
  /** Example: `scope1`. */
  readonly scopeName?: Text;
  /** Default: `30s`. */
  readonly requestTimeout?: Span;
  /** Default: `0`. */
  readonly nearCacheTTL?: Span;
  /** Default: `0`. */
  readonly nearCacheUnits?: Count;
  /** Default: `0`. */
  readonly nearCacheMemory?: Count;
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

/** Coherence: `state.coherence` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-coherence/ */
export interface StateCoherenceV1 extends ComponentOptions {
  readonly metadata?: StateCoherenceV1Metadata;
}
