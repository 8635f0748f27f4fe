// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface PubsubAwsSnssqsV1Metadata {
  /** Example: `http://localhost:4566`. */
  readonly endpoint?: Text;
  /** Default: `10`. */
  readonly messageVisibilityTimeout?: Count;
  /** Default: `10`. */
  readonly messageReceiveLimit?: Count;
  /** Default: `10`. */
  readonly messageRetryLimit?: Count;
  /** Example: `myapp-dlq`. */
  readonly sqsDeadLettersQueueName?: Text;
  /** Default: `1`. */
  readonly messageWaitTimeSeconds?: Count;
  /** Default: `10`. */
  readonly messageMaxNumber?: Count;
  /** Default: `false`. */
  readonly fifo?: Switch;
  /** Example: `app1-mgi`. */
  readonly fifoMessageGroupID?: Text;
  /** Default: `false`. */
  readonly disableEntityManagement?: Switch;
  /** Default: `false`. */
  readonly disableDeleteOnRetryLimit?: Switch;
  /** Default: `1`. */
  readonly assetsManagementTimeoutSeconds?: Count;
  /** Default: `parallel`. */
  readonly concurrencyMode?: Text;
  /** Default: `0`. */
  readonly concurrencyLimit?: Count;
  readonly accountId?: Text;
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
  /** Source: components-contrib pubsub/aws/snssqs/metadata.go. */
  readonly partition?: Text;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsAccessKey?: Secret;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsSecretKey?: Secret;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
}

export type PubsubAwsSnssqsV1Authentication =
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

/** AWS SNS/SQS: `pubsub.aws.snssqs` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-aws-snssqs/ */
export interface PubsubAwsSnssqsV1 extends ComponentOptions {
  readonly metadata?: PubsubAwsSnssqsV1Metadata;
  /** Exactly one. */
  readonly authentication?: PubsubAwsSnssqsV1Authentication;
}
