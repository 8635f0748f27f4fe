// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface PubsubKubemqV1Metadata {
  /** Required. Example: `localhost:50000`. */
  readonly address: Text;
  /** Example: `dapr-client`. */
  readonly clientID?: Text;
  /** Example: `my-group`. */
  readonly group?: Text;
  /** Default: `true`. */
  readonly store?: Switch;
  /** Default: `false`. */
  readonly disableReDelivery?: Switch;
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

export type PubsubKubemqV1Authentication =
  /** Token Authentication. */
  | {
      readonly profile: "token";
      /** Required. Secret. Example: `auth-token`. */
      readonly authToken: Secret;
    };

/** KubeMQ: `pubsub.kubemq` v1, beta. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-kubemq/ */
export interface PubsubKubemqV1 extends ComponentOptions {
  readonly metadata: PubsubKubemqV1Metadata;
  /** Exactly one. */
  readonly authentication?: PubsubKubemqV1Authentication;
}
