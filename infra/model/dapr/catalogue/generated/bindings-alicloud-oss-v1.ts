// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsAlicloudOssV1Metadata {
  /** Required. Example: `https://oss-cn-hangzhou.aliyuncs.com`. */
  readonly endpoint: Text;
  /** Required. Example: `your-bucket-name`. */
  readonly bucket: Text;
  /** Example: `path/to/file.txt`. */
  readonly objectKey?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsAlicloudOssV1Authentication =
  /** AliCloud Access Key Authentication. */
  | {
      readonly profile: "access-key";
      /** Secret. */
      readonly accessKeyID?: Secret;
      /** Secret. */
      readonly accessKeySecret?: Secret;
      /** Secret. Example: `access-key`. */
      readonly accessKey?: Secret;
    };

/** AliCloud Object Storage Service (OSS): `bindings.alicloud.oss` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/oss/ */
export interface BindingsAlicloudOssV1 extends ComponentOptions {
  readonly metadata: BindingsAlicloudOssV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAlicloudOssV1Authentication;
}
