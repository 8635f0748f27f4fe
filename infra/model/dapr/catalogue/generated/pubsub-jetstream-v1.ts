// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface PubsubJetstreamV1Metadata {
  /** Default: `dapr.io - pubsub.jetstream`. */
  readonly name?: Text;
  /** Example: `my-stream`. */
  readonly streamName?: Text;
  /** Example: `my-durable`. */
  readonly durableName?: Text;
  /** Example: `my-queue-group`. */
  readonly queueGroupName?: Text;
  /** Example: `1`. */
  readonly startSequence?: Count;
  /** Default: `0`. */
  readonly startTime?: Count;
  /** Default: `false`. */
  readonly flowControl?: Switch;
  /** Example: `30s`. */
  readonly ackWait?: Span;
  /** Example: `5`. */
  readonly maxDeliver?: Count;
  /** Example: `100`. */
  readonly maxAckPending?: Count;
  /** Example: `3`. */
  readonly replicas?: Count;
  /** Default: `false`. */
  readonly memoryStorage?: Switch;
  /** Example: `1000`. */
  readonly rateLimit?: Count;
  /** Example: `30s`. */
  readonly heartbeat?: Span;
  /** Example: `all`. */
  readonly deliverPolicy?: Choice<"all" | "last" | "new" | "sequence" | "time">;
  /** Default: `explicit`. */
  readonly ackPolicy?: Choice<"explicit" | "all" | "none">;
  /** Example: `my-domain`. */
  readonly domain?: Text;
  /** Example: `$JS.API`. */
  readonly apiPrefix?: Text;
  /** Default: `single`. */
  readonly concurrency?: Text;
  /** Example: `[1s, 2s, 4s]`. */
  readonly backOff?: Span;
  /** Default: `the app id`. Source: dapr pkg/runtime/processor/pubsub/pubsub.go. */
  readonly consumerID?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly publishingScopes?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly subscriptionScopes?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly allowedTopics?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly protectedTopics?: Text;
  /** Source: components-contrib pubsub/concurrency.go. */
  readonly concurrencyMode?: Text;
  readonly tls_client_cert?: Text;
  /** Secret. */
  readonly tls_client_key?: Secret;
}

export type PubsubJetstreamV1Authentication =
  /** Basic Authentication. */
  | {
      readonly profile: "password";
      /** Required. Example: `nats://localhost:4222`. */
      readonly natsURL: Text;
    }
  /** Token Authentication. */
  | {
      readonly profile: "token";
      /** Required. Example: `nats://localhost:4222`. */
      readonly natsURL: Text;
      /** Required. Secret. Example: `auth-token`. */
      readonly token: Secret;
    }
  /** JWT Authentication. */
  | {
      readonly profile: "jwt";
      /** Required. Example: `nats://localhost:4222`. */
      readonly natsURL: Text;
      /** Required. Secret. Example: `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...`. */
      readonly jwt: Secret;
      /** Required. Secret. Example: `SUAELX7XZIRRCNOQKCXQWFN6M3EBKUTBWK6YQKL4QFLKCUQJSEZL7ZCL7KQ`. */
      readonly seedKey: Secret;
    }
  /** TLS Authentication. */
  | {
      readonly profile: "tls";
      /** Required. Example: `nats://localhost:4222`. */
      readonly natsURL: Text;
      /** Required. */
      readonly tls_client_cert: Text;
      /** Required. Secret. */
      readonly tls_client_key: Secret;
    };

/** JetStream: `pubsub.jetstream` v1, beta. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-jetstream/ */
export interface PubsubJetstreamV1 extends ComponentOptions {
  readonly metadata?: PubsubJetstreamV1Metadata;
  /** Exactly one. */
  readonly authentication: PubsubJetstreamV1Authentication;
}
