// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsAlicloudTablestoreV1Metadata {
  /** Required. Example: `https://your-instance.cn-hangzhou.ots.aliyuncs.com`. */
  readonly endpoint: Text;
  /** Required. Example: `instance-name`. */
  readonly instanceName: Text;
  /** Required. Example: `table-name`. */
  readonly tableName: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsAlicloudTablestoreV1Authentication =
  /** Access Key Authentication. */
  | {
      readonly profile: "access-key";
      /** Required. Example: `access-key-id`. */
      readonly accessKeyID: Text;
      /** Required. Secret. */
      readonly accessKeySecret: Secret;
      /** Required. Secret. Example: `access-key`. */
      readonly accessKey: Secret;
    };

/** AliCloud Table Store: `bindings.alicloud.tablestore` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/alicloudtablestore/ */
export interface BindingsAlicloudTablestoreV1 extends ComponentOptions {
  readonly metadata: BindingsAlicloudTablestoreV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAlicloudTablestoreV1Authentication;
}
