// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface StateGcpFirestoreV1Metadata {
  /** Default: `DaprState`. */
  readonly entity_kind?: Text;
  /** Example: `service_account`. */
  readonly type?: Text;
  /** Example: `https://firestore.googleapis.com`. */
  readonly connectionEndpoint?: Text;
  /** Default: `false`. */
  readonly noIndex?: Switch;
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

export type StateGcpFirestoreV1Authentication =
  /** Service Account Authentication. */
  | {
      readonly profile: "service-account";
      /** Required. Example: `my-project`. */
      readonly project_id: Text;
      /** Required. Secret. Example: `abc123def456`. */
      readonly private_key_id: Secret;
      /** Required. Secret. */
      readonly private_key: Secret;
      /** Required. Example: `firestore@my-project.iam.gserviceaccount.com`. */
      readonly client_email: Text;
      /** Required. Example: `123456789012345678901`. */
      readonly client_id: Text;
      /** Required. Example: `https://accounts.google.com/o/oauth2/auth`. */
      readonly auth_uri: Text;
      /** Required. Example: `https://oauth2.googleapis.com/token`. */
      readonly token_uri: Text;
      /** Required. Example: `https://www.googleapis.com/oauth2/v1/certs`. */
      readonly auth_provider_x509_cert_url: Text;
      /** Required. */
      readonly client_x509_cert_url: Text;
    }
  /** Implicit Credentials. */
  | {
      readonly profile: "environment";
      /** Required. Example: `my-project`. */
      readonly project_id: Text;
      /** Example: `https://firestore.googleapis.com`. */
      readonly endpoint?: Text;
    };

/** GCP Firestore: `state.gcp.firestore` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-firestore/ */
export interface StateGcpFirestoreV1 extends ComponentOptions {
  readonly metadata?: StateGcpFirestoreV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateGcpFirestoreV1Authentication;
}
