// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface SecretstoresLocalEnvV1Metadata {
  /** Example: `MYAPP_`. */
  readonly prefix?: Text;
}

/** Local environment variables: `secretstores.local.env` v1, stable. https://docs.dapr.io/reference/components-reference/supported-secret-stores/envvar-secret-store/ */
export interface SecretstoresLocalEnvV1 extends ComponentOptions {
  readonly metadata?: SecretstoresLocalEnvV1Metadata;
}
