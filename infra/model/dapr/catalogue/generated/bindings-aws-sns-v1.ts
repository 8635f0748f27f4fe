// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsAwsSnsV1Metadata {
  /** Required. Example: `arn:::topicarn`. */
  readonly topicArn: Text;
  /** Example: `http://localhost:4566`. */
  readonly endpoint?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsAccessKey?: Secret;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsSecretKey?: Secret;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
}

export type BindingsAwsSnsV1Authentication =
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

/** AWS SNS: `bindings.aws.sns` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/sns/ */
export interface BindingsAwsSnsV1 extends ComponentOptions {
  readonly metadata: BindingsAwsSnsV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAwsSnsV1Authentication;
}
