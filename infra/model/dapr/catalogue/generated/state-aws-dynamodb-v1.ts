// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface StateAwsDynamodbV1Metadata {
  /** Required. Example: `Contracts`. */
  readonly table: Text;
  /** Example: `http://localhost:4566`. */
  readonly endpoint?: Text;
  /** Example: `expiresAt`. */
  readonly ttlAttributeName?: Text;
  /** Example: `ContractID`. */
  readonly partitionKey?: Text;
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
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsAccessKey?: Secret;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsSecretKey?: Secret;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
}

export type StateAwsDynamodbV1Authentication =
  /** AWS access key. */
  | {
      readonly profile: "aws-access-key";
      /** Example: `eu-central-1`. Also: `awsRegion`. */
      readonly region?: Text;
      /** Secret. */
      readonly accessKey?: Secret;
      /** Secret. */
      readonly secretKey?: Secret;
      /** Secret. */
      readonly sessionToken?: Secret;
      /** Example: `arn:aws:iam::123456789012:role/name`. */
      readonly assumeRoleArn?: Text;
      /** Default: `DaprDefaultSession`. */
      readonly sessionName?: Text;
    }
  /** AWS IAM role (Kafka and PostgreSQL). */
  | {
      readonly profile: "aws-assume-role";
      /** Required. Example: `eu-central-1`. Also: `awsRegion`. */
      readonly region: Text;
      /** Example: `arn:aws:iam::123456789012:role/name`. */
      readonly assumeRoleArn?: Text;
      /** Default: `DaprDefaultSession`. */
      readonly sessionName?: Text;
    }
  /** AWS credentials of the environment. */
  | {
      readonly profile: "aws-environment";
    }
  /** AWS IAM Roles Anywhere. */
  | {
      readonly profile: "aws-roles-anywhere";
      /** Required. */
      readonly trustAnchorArn: Text;
      /** Required. */
      readonly trustProfileArn: Text;
      /** Required. */
      readonly assumeRoleArn: Text;
      /** Also: `awsRegion`. */
      readonly region?: Text;
    };

/** AWS DynamoDB: `state.aws.dynamodb` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-dynamodb/ */
export interface StateAwsDynamodbV1 extends ComponentOptions {
  readonly metadata: StateAwsDynamodbV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateAwsDynamodbV1Authentication;
}
