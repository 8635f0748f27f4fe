// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsAwsSqsV1Metadata {
  /** Required. Example: `my-queue`. */
  readonly queueName: Text;
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
  readonly assumeRoleArn?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly trustAnchorArn?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly trustProfileArn?: Text;
}

export type BindingsAwsSqsV1Authentication =
  /** AWS Access Key Authentication. */
  | {
      readonly profile: "aws-access-key";
      /** Required. Secret. */
      readonly accessKey: Secret;
      /** Required. Secret. */
      readonly secretKey: Secret;
      /** Secret. */
      readonly sessionToken?: Secret;
      /** Required. Example: `us-east-1`. Also: `awsRegion`. */
      readonly region: Text;
    };

/** AWS SQS: `bindings.aws.sqs` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/sqs/ */
export interface BindingsAwsSqsV1 extends ComponentOptions {
  readonly metadata: BindingsAwsSqsV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAwsSqsV1Authentication;
}
