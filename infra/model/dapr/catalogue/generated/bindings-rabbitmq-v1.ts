// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface BindingsRabbitmqV1Metadata {
  /** Required. Example: `myqueue`. */
  readonly queueName: Text;
  /** Direction: output. Default: `false`. */
  readonly durable?: Switch;
  /** Default: `false`. */
  readonly deleteWhenUnused?: Switch;
  /** Direction: output. Example: `60s`. Also: `ttlInSeconds`. */
  readonly ttl?: Span;
  /** Direction: input. Default: `0`. */
  readonly prefetchCount?: Count;
  /** Default: `false`. */
  readonly exclusive?: Switch;
  /** Default: `1`. */
  readonly maxPriority?: Count;
  /** Default: `“text/plain”`. */
  readonly contentType?: Text;
  /** Default: `5`. */
  readonly reconnectWaitInSeconds?: Span;
  readonly caCert?: Text;
  readonly clientCert?: Text;
  /** Secret. */
  readonly clientKey?: Secret;
  /** Default: `false`. */
  readonly externalSasl?: Switch;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Source: components-contrib bindings/rabbitmq/rabbitmq.go. */
  readonly saslExternal?: Text;
}

export type BindingsRabbitmqV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly host: Secret;
    };

/** RabbitMQ: `bindings.rabbitmq` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/rabbitmq/ */
export interface BindingsRabbitmqV1 extends ComponentOptions {
  readonly metadata: BindingsRabbitmqV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsRabbitmqV1Authentication;
}
