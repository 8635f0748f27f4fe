// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Span, Text } from "../component-values.ts";

export interface CryptoDaprJwksV1Metadata {
  /** Required. Example: `https://example.com/.well-known/jwks.json`. */
  readonly jwks: Text;
  /** Default: `30s`. */
  readonly requestTimeout?: Span;
  /** Default: `10m`. */
  readonly minRefreshInterval?: Span;
}

/** JWKS: `crypto.dapr.jwks` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-cryptography/json-web-key-sets/ */
export interface CryptoDaprJwksV1 extends ComponentOptions {
  readonly metadata: CryptoDaprJwksV1Metadata;
}
