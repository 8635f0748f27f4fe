// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsAwsSesV1Metadata {
  /** Example: `sender@example.com`. */
  readonly emailFrom?: Text;
  /** Example: `recipient@example.com`. */
  readonly emailTo?: Text;
  /** Example: `Hello from Dapr`. */
  readonly subject?: Text;
  /** Example: `cc@example.com`. */
  readonly emailCc?: Text;
  /** Example: `bcc@example.com`. */
  readonly emailBcc?: Text;
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
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly endpoint?: Text;
}

export type BindingsAwsSesV1Authentication =
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

/** AWS Simple Email Service (SES): `bindings.aws.ses` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/ses/ */
export interface BindingsAwsSesV1 extends ComponentOptions {
  readonly metadata?: BindingsAwsSesV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAwsSesV1Authentication;
}
