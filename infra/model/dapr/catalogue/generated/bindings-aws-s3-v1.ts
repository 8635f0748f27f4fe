// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsAwsS3V1Metadata {
  /** Required. Example: `bucket`. */
  readonly bucket: Text;
  /** Example: `http://localhost:4566`. */
  readonly endpoint?: Text;
  /** Default: `false`. */
  readonly forcePathStyle?: Switch;
  /** Default: `false`. */
  readonly decodeBase64?: Switch;
  /** Default: `false`. */
  readonly encodeBase64?: Switch;
  /** Default: `false`. */
  readonly disableSSL?: Switch;
  /** Default: `false`. */
  readonly insecureSSL?: Switch;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Source: components-contrib bindings/aws/s3/s3.go. */
  readonly filePath?: Text;
  /** Source: components-contrib bindings/aws/s3/s3.go. */
  readonly presignTTL?: Text;
  /** Source: components-contrib bindings/aws/s3/s3.go. */
  readonly storageClass?: Text;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsAccessKey?: Secret;
  /** Secret. Source: components-contrib common/aws/deprecated.go. */
  readonly awsSecretKey?: Secret;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
}

export type BindingsAwsS3V1Authentication =
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

/** AWS S3: `bindings.aws.s3` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/s3/ */
export interface BindingsAwsS3V1 extends ComponentOptions {
  readonly metadata: BindingsAwsS3V1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAwsS3V1Authentication;
}
