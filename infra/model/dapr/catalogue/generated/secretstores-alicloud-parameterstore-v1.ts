// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface SecretstoresAlicloudParameterstoreV1Metadata {
  /** Example: `1`. */
  readonly version_id?: Text;
  /** Example: `/myapp/`. */
  readonly path?: Text;
}

export type SecretstoresAlicloudParameterstoreV1Authentication =
  /** Access Key Authentication. */
  | {
      readonly profile: "access-key";
      /** Required. Example: `cn-hangzhou`. */
      readonly regionId: Text;
      /** Required. Example: `access-key-id`. */
      readonly accessKeyId: Text;
      /** Required. Secret. Example: `access-key-secret`. */
      readonly accessKeySecret: Secret;
      /** Secret. Example: `security-token`. */
      readonly securityToken?: Secret;
    };

/** AliCloud OSS Parameter Store: `secretstores.alicloud.parameterstore` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-secret-stores/alicloud-oss-parameter-store/ */
export interface SecretstoresAlicloudParameterstoreV1 extends ComponentOptions {
  readonly metadata?: SecretstoresAlicloudParameterstoreV1Metadata;
  /** Exactly one. */
  readonly authentication?: SecretstoresAlicloudParameterstoreV1Authentication;
}
