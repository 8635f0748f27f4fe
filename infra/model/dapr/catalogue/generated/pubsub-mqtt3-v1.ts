// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface PubsubMqtt3V1Metadata {
  /** Default: `false`. */
  readonly retain?: Switch;
  /** Default: `false`. */
  readonly cleanSession?: Switch;
  /** Default: `1`. */
  readonly qos?: Choice<0 | 1 | 2>;
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

export type PubsubMqtt3V1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly url: Secret;
      readonly caCert?: Text;
      readonly clientCert?: Text;
      /** Secret. */
      readonly clientKey?: Secret;
    };

/** MQTT3: `pubsub.mqtt3` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-mqtt3/ */
export interface PubsubMqtt3V1 extends ComponentOptions {
  readonly metadata?: PubsubMqtt3V1Metadata;
  /** Exactly one. */
  readonly authentication: PubsubMqtt3V1Authentication;
}
