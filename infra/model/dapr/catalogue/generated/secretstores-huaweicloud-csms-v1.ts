// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface SecretstoresHuaweicloudCsmsV1Metadata {
  /** Example: `1`. */
  readonly version_id?: Text;
}

export type SecretstoresHuaweicloudCsmsV1Authentication =
  /** Access Key Authentication. */
  | {
      readonly profile: "access-key";
      /** Required. Example: `cn-north-4`. */
      readonly region: Text;
      /** Required. Secret. Example: `access-key`. */
      readonly accessKey: Secret;
      /** Required. Secret. Example: `secret-access-key`. */
      readonly secretAccessKey: Secret;
    };

/** HuaweiCloud CSMS: `secretstores.huaweicloud.csms` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-secret-stores/huaweicloud-csms/ */
export interface SecretstoresHuaweicloudCsmsV1 extends ComponentOptions {
  readonly metadata?: SecretstoresHuaweicloudCsmsV1Metadata;
  /** Exactly one. */
  readonly authentication?: SecretstoresHuaweicloudCsmsV1Authentication;
}
