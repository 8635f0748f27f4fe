// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface PubsubSolaceAmqpV1Metadata {
  /** Required. Secret. */
  readonly url: Secret;
  readonly caCert?: Text;
  readonly clientCert?: Text;
  /** Secret. */
  readonly clientKey?: Secret;
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
}

export type PubsubSolaceAmqpV1Authentication =
  /** Solace authentication. */
  | {
      readonly profile: "password";
      /** Required. Example: `default`. */
      readonly username: Text;
      /** Required. Secret. */
      readonly password: Secret;
    }
  /** No authentication. */
  | {
      readonly profile: "none";
    };

/** Solace-AMQP: `pubsub.solace.amqp` v1, beta. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-solace-amqp/ */
export interface PubsubSolaceAmqpV1 extends ComponentOptions {
  readonly metadata: PubsubSolaceAmqpV1Metadata;
  /** Exactly one. */
  readonly authentication: PubsubSolaceAmqpV1Authentication;
}
