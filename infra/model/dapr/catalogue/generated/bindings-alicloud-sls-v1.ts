// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsAlicloudSlsV1Metadata {
  /** Required. Example: `https://your-project.cn-hangzhou.log.aliyuncs.com`. */
  readonly endpoint: Text;
  /** Example: `your-project-name`. */
  readonly project?: Text;
  /** Example: `your-logstore-name`. */
  readonly logstore?: Text;
  /** Example: `your-topic-name`. */
  readonly topic?: Text;
  /** Example: `your-source-name`. */
  readonly source?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsAlicloudSlsV1Authentication =
  /** Access Key Authentication. */
  | {
      readonly profile: "access-key";
      /** Secret. */
      readonly accessKeyID?: Secret;
      /** Secret. */
      readonly accessKeySecret?: Secret;
    };

/** AliCloud Simple Log Storage (SLS): `bindings.alicloud.sls` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/alicloudsls/ */
export interface BindingsAlicloudSlsV1 extends ComponentOptions {
  readonly metadata: BindingsAlicloudSlsV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAlicloudSlsV1Authentication;
}
