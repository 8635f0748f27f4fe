// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Switch, Text } from "../component-values.ts";

export interface SecretstoresLocalFileV1Metadata {
  /** Required. Example: `secrets.json`. */
  readonly secretsFile: Text;
  /** Default: `:`. */
  readonly nestedSeparator?: Text;
  /** Default: `false`. */
  readonly multiValued?: Switch;
}

/** Local File Secret Store: `secretstores.local.file` v1, stable. https://docs.dapr.io/reference/components-reference/supported-secret-stores/file-secret-store/ */
export interface SecretstoresLocalFileV1 extends ComponentOptions {
  readonly metadata: SecretstoresLocalFileV1Metadata;
}
