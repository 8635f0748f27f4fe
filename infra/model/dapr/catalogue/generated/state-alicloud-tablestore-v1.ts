// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface StateAlicloudTablestoreV1Metadata {
  /** Required. Example: `https://tablestore.aliyuncs.com`. */
  readonly endpoint: Text;
  /** Required. Example: `my_instance`. */
  readonly instanceName: Text;
  /** Required. Example: `my_table`. */
  readonly tableName: Text;
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

export type StateAlicloudTablestoreV1Authentication =
  /** Access Key Authentication. */
  | {
      readonly profile: "access-key";
      /** Required. Example: `my_access_key_id`. */
      readonly accessKeyID: Text;
      /** Required. Secret. Example: `my_access_key`. */
      readonly accessKey: Secret;
    };

/** AliCloud TableStore: `state.alicloud.tablestore` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/ */
export interface StateAlicloudTablestoreV1 extends ComponentOptions {
  readonly metadata: StateAlicloudTablestoreV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateAlicloudTablestoreV1Authentication;
}
