// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface SecretstoresTencentcloudSsmV1Metadata {
  /** Example: `1`. */
  readonly VersionID?: Text;
}

export type SecretstoresTencentcloudSsmV1Authentication =
  /** Secret Key Authentication. */
  | {
      readonly profile: "secret-key";
      /** Required. Example: `secret-id`. */
      readonly secretId: Text;
      /** Required. Secret. Example: `secret-key`. */
      readonly secretKey: Secret;
      /** Secret. Example: `token`. */
      readonly token?: Secret;
      /** Required. Example: `ap-guangzhou`. */
      readonly region: Text;
    };

/** TencentCloud Secret Manager: `secretstores.tencentcloud.ssm` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-secret-stores/ */
export interface SecretstoresTencentcloudSsmV1 extends ComponentOptions {
  readonly metadata?: SecretstoresTencentcloudSsmV1Metadata;
  /** Exactly one. */
  readonly authentication?: SecretstoresTencentcloudSsmV1Authentication;
}
