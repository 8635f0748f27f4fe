// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface CryptoDaprLocalstorageV1Metadata {
  /** Required. Example: `/path/to/keys`. */
  readonly path: Text;
}

/** Local Storage: `crypto.dapr.localstorage` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-cryptography/local-storage/ */
export interface CryptoDaprLocalstorageV1 extends ComponentOptions {
  readonly metadata: CryptoDaprLocalstorageV1Metadata;
}
