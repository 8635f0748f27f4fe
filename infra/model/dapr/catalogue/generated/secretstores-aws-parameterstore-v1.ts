// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface SecretstoresAwsParameterstoreV1Metadata {
  /** Example: `myprefix`. */
  readonly prefix?: Text;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsAccessKey?: Secret;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsSecretKey?: Secret;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly endpoint?: Text;
}

export type SecretstoresAwsParameterstoreV1Authentication =
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

/** AWS SSM Parameter Store: `secretstores.aws.parameterstore` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-secret-stores/aws-parameter-store/ */
export interface SecretstoresAwsParameterstoreV1 extends ComponentOptions {
  readonly metadata?: SecretstoresAwsParameterstoreV1Metadata;
  /** Exactly one. */
  readonly authentication?: SecretstoresAwsParameterstoreV1Authentication;
}
