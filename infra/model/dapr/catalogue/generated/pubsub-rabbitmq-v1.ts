// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface PubsubRabbitmqV1Metadata {
  /** Default: `false`. */
  readonly durable?: Switch;
  /** Default: `false`. */
  readonly publisherConfirm?: Switch;
  /** Example: `1000`. */
  readonly maxLen?: Count;
  /** Example: `1048576`. */
  readonly maxLenBytes?: Count;
  /** Default: `parallel`. */
  readonly concurrency?: Choice<"parallel" | "single">;
  /** Default: `false`. */
  readonly enableDeadLetter?: Switch;
  /** Default: `0`. */
  readonly prefetchCount?: Count;
  /** Default: `fanout`. */
  readonly exchangeKind?: Choice<"fanout" | "topic" | "direct" | "headers">;
  /** Default: `0`. */
  readonly deliveryMode?: Count;
  /** Default: `false`. */
  readonly autoAck?: Switch;
  /** Default: `true`. */
  readonly deletedWhenUnused?: Switch;
  /** Default: `false`. */
  readonly requeueInFailure?: Switch;
  /** Default: `3s`. */
  readonly reconnectWaitSeconds?: Span;
  /** Example: `10`. */
  readonly ttlInSeconds?: Span;
  /** Example: `my_client_name`. */
  readonly clientName?: Text;
  /** Default: `10s`. */
  readonly heartBeat?: Span;
  /** Default: `false`. */
  readonly publishMessagePropertiesToMetadata?: Switch;
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
  /** Secret. Source: components-contrib pubsub/rabbitmq/metadata.go. @deprecated use `connectionString` */
  readonly host?: Secret;
  /** Source: components-contrib pubsub/concurrency.go. */
  readonly concurrencyMode?: Text;
  readonly caCert?: Text;
  /** Secret. */
  readonly clientCert?: Secret;
  /** Secret. */
  readonly clientKey?: Secret;
}

export type PubsubRabbitmqV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly connectionString: Secret;
    }
  /** Authenticate Using RabbitMQ properties. */
  | {
      readonly profile: "host";
      /** Example: `localhost`. */
      readonly hostname?: Text;
      /** Example: `"amqp", "amqps"`. */
      readonly protocol?: Text;
      /** Example: `username`. */
      readonly username?: Text;
      /** Secret. */
      readonly password?: Secret;
    }
  /** Authenticate Using Connection string and External Sasl and TLS. */
  | {
      readonly profile: "connection-string-tls";
      /** Required. Secret. */
      readonly connectionString: Secret;
      /** Required. */
      readonly caCert: Text;
      /** Required. Secret. */
      readonly clientCert: Secret;
      /** Required. Secret. */
      readonly clientKey: Secret;
      /** Default: `false`. */
      readonly saslExternal?: Switch;
    };

/** RabbitMQ: `pubsub.rabbitmq` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-rabbitmq/ */
export interface PubsubRabbitmqV1 extends ComponentOptions {
  readonly metadata?: PubsubRabbitmqV1Metadata;
  /** Exactly one. */
  readonly authentication?: PubsubRabbitmqV1Authentication;
}
