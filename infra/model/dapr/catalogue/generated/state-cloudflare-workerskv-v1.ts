// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateCloudflareWorkerskvV1Metadata {
  /** Required. Secret. */
  readonly key: Secret;
  /** Required. Example: `123456789abcdef8b5588f3d134f74ac`. */
  readonly kvNamespaceID: Text;
  /** Required. Example: `mydaprkv`. */
  readonly workerName: Text;
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

export type StateCloudflareWorkerskvV1Authentication =
  /** Cloudflare API Token. */
  | {
      readonly profile: "api-token";
      /** Required. Secret. */
      readonly cfAccountID: Secret;
      /** Required. Secret. */
      readonly cfAPIToken: Secret;
    }
  /** No authentication. */
  | {
      readonly profile: "none";
      /** Required. Example: `https://mydaprkv.mydomain.workers.dev`. */
      readonly workerUrl: Text;
    };

/** Cloudflare Workers KV: `state.cloudflare.workerskv` v1, beta. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-cloudflare-workerskv/ */
export interface StateCloudflareWorkerskvV1 extends ComponentOptions {
  readonly metadata: StateCloudflareWorkerskvV1Metadata;
  /** Exactly one. */
  readonly authentication: StateCloudflareWorkerskvV1Authentication;
}
