// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Span, Switch, Text } from "../component-values.ts";

export interface StateMongodbV1Metadata {
  /** Default: `daprStore`. */
  readonly databaseName?: Text;
  /** Default: `daprCollection`. */
  readonly collectionName?: Text;
  /** Example: `"majority", "2"`. */
  readonly writeconcern?: Text;
  /** Example: `local`. */
  readonly readconcern?: Choice<"available" | "local" | "linearizable" | "majority" | "snapshot">;
  /** Default: `5s`. */
  readonly operationTimeout?: Span;
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

export type StateMongodbV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. Example: `mongodb://localhost:27017`. */
      readonly connectionString: Secret;
    }
  /** Username and password. */
  | {
      readonly profile: "password";
      /** Example: `admin`. */
      readonly username?: Text;
      /** Secret. */
      readonly password?: Secret;
      /** Example: `server.example.com`. */
      readonly server?: Text;
      /** Example: `mongo-mongodb.default.svc.cluster.local:27017`. */
      readonly host?: Text;
      /** Example: `?authSource=daprStore&ssl=true`. */
      readonly params?: Text;
    };

/** MongoDB: `state.mongodb` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-mongodb/ */
export interface StateMongodbV1 extends ComponentOptions {
  readonly metadata?: StateMongodbV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateMongodbV1Authentication;
}
