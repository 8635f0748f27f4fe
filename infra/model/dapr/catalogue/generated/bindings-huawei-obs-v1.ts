// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsHuaweiObsV1Metadata {
  /** Required. Example: `https://obs.cn-north-4.myhuaweicloud.com`. */
  readonly endpoint: Text;
  /** Required. Example: `bucket-name`. */
  readonly bucket: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsHuaweiObsV1Authentication =
  /** Access Key Authentication. */
  | {
      readonly profile: "access-key";
      /** Required. Secret. Example: `access-key-id`. */
      readonly accessKey: Secret;
      /** Required. Secret. */
      readonly secretKey: Secret;
      /** Required. Example: `cn-north-4`. */
      readonly region: Text;
    };

/** Huawei Object Storage Service (OBS): `bindings.huawei.obs` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/huawei-obs */
export interface BindingsHuaweiObsV1 extends ComponentOptions {
  readonly metadata: BindingsHuaweiObsV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsHuaweiObsV1Authentication;
}
