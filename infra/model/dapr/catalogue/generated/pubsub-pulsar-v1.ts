// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface PubsubPulsarV1Metadata {
  /** Required. Secret. */
  readonly host: Secret;
  /** Example: `external`. */
  readonly listenerName?: Text;
  /** Example: `channel1`. */
  readonly consumerID?: Text;
  /** Default: `default`. */
  readonly namespace?: Text;
  /** Default: `false`. */
  readonly enableTLS?: Switch;
  /** Default: `public`. */
  readonly tenant?: Text;
  /** Default: `false`. */
  readonly disableBatching?: Switch;
  /** Default: `10ms`. */
  readonly batchingMaxPublishDelay?: Span;
  /** Default: `1000`. */
  readonly batchingMaxMessages?: Count;
  /** Default: `"131072" (128 KB)`. */
  readonly batchingMaxSize?: Count;
  /** Default: `none`. */
  readonly compressionType?: Choice<"none" | "lz4" | "zlib" | "zstd">;
  /** Default: `default`. */
  readonly compressionLevel?: Choice<"default" | "faster" | "better">;
  readonly publicKey?: Text;
  /** Secret. */
  readonly privateKey?: Secret;
  readonly keys?: Text;
  /** Default: `true`. */
  readonly persistent?: Switch;
  /** Default: `30s`. */
  readonly redeliveryDelay?: Span;
  /** Default: `async`. */
  readonly processMode?: Choice<"sync" | "async">;
  /** Default: `100`. */
  readonly maxConcurrentHandlers?: Count;
  /** Default: `1000`. */
  readonly receiverQueueSize?: Count;
  /** Default: `shared`. */
  readonly subscribeType?: Text;
  /** Default: `latest`. */
  readonly subscribeInitialPosition?: Text;
  /** Default: `false`. */
  readonly replicateSubscriptionState?: Switch;
  /** Default: `durable`. */
  readonly subscribeMode?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly publishingScopes?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly subscriptionScopes?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly allowedTopics?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly protectedTopics?: Text;
  /** Source: components-contrib common/authentication/oauth2/clientcredentials.go. */
  readonly ClientID?: Text;
  /** Secret. Source: components-contrib common/authentication/oauth2/clientcredentials.go. */
  readonly ClientSecret?: Secret;
  /** Source: components-contrib common/authentication/oauth2/clientcredentials.go. */
  readonly IssuerURL?: Text;
}

export type PubsubPulsarV1Authentication =
  /** Shared token. */
  | {
      readonly profile: "token";
      /** Secret. */
      readonly token?: Secret;
    }
  /** OAuth2. */
  | {
      readonly profile: "oauth2";
      readonly oauth2Audiences?: Text;
      /** Secret. */
      readonly oauth2ClientSecret?: Secret;
      /** Example: `/path/to/oauth2/client_secret.txt`. */
      readonly oauth2ClientSecretPath?: Text;
      /** Example: `/path/to/oauth2/credentials.json`. */
      readonly oauth2CredentialsFile?: Text;
      readonly oauth2TokenCAPEM?: Text;
      readonly oauth2ClientID?: Text;
      readonly oauth2TokenURL?: Text;
      readonly oauth2Scopes?: Text;
    };

/** Apache Pulsar: `pubsub.pulsar` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-pulsar/ */
export interface PubsubPulsarV1 extends ComponentOptions {
  readonly metadata: PubsubPulsarV1Metadata;
  /** Exactly one. */
  readonly authentication?: PubsubPulsarV1Authentication;
}
