// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface PubsubGcpPubsubV1Metadata {
  /** Default: `false`. */
  readonly enableMessageOrdering?: Switch;
  /** Example: `my-orderingkey`. */
  readonly orderingKey?: Text;
  /** Default: `false`. */
  readonly disableEntityManagement?: Switch;
  /** Default: `30`. */
  readonly maxReconnectionAttempts?: Count;
  /** Default: `2`. */
  readonly connectionRecoveryInSec?: Count;
  /** Example: `myapp-dlq`. */
  readonly deadLetterTopic?: Text;
  /** Example: `http://localhost:8085`. */
  readonly endpoint?: Text;
  /** Default: `5`. */
  readonly maxDeliveryAttempts?: Count;
  /** Example: `1000`. */
  readonly maxOutstandingMessages?: Count;
  /** Example: `1e9`. */
  readonly maxOutstandingBytes?: Count;
  /** Example: `10`. */
  readonly maxConcurrentConnections?: Count;
  /** Default: `20s`. */
  readonly ackDeadline?: Span;
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
  /** Source: components-contrib pubsub/gcp/pubsub/metadata.go. */
  readonly identityProjectID?: Text;
}

export type PubsubGcpPubsubV1Authentication =
  /** Google service account key. */
  | {
      readonly profile: "gcp-service-account";
      /** Required. Secret. */
      readonly privateKeyID: Secret;
      /** Required. Secret. */
      readonly privateKey: Secret;
      /** Default: `service_account`. */
      readonly type?: Text;
      /** Required. */
      readonly projectID: Text;
      /** Required. */
      readonly clientEmail: Text;
      /** Required. */
      readonly clientID: Text;
      readonly authURI?: Text;
      readonly tokenURI?: Text;
      readonly authProviderX509CertURL?: Text;
      readonly clientX509CertURL?: Text;
    }
  /** Google credentials of the environment. */
  | {
      readonly profile: "gcp-environment";
      readonly projectID?: Text;
      /** Default: `service_account`. */
      readonly type?: Text;
    };

/** GCP Pub/Sub: `pubsub.gcp.pubsub` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-gcp-pubsub/ */
export interface PubsubGcpPubsubV1 extends ComponentOptions {
  readonly metadata?: PubsubGcpPubsubV1Metadata;
  /** Exactly one. */
  readonly authentication?: PubsubGcpPubsubV1Authentication;
}
