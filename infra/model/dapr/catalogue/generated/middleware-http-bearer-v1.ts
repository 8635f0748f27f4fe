// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface MiddlewareHttpBearerV1Metadata {
  /** Example: `https://accounts.google.com/.well-known/jwks.json`. */
  readonly jwksURL?: Text;
  /** Required. Example: `https://accounts.google.com`. Also: `issuerURL`. */
  readonly issuer: Text;
  /** Required. Example: `my-app`. Also: `clientID`. */
  readonly audience: Text;
}

/** Bearer Token Authentication: `middleware.http.bearer` v1, stable. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-bearer/ */
export interface MiddlewareHttpBearerV1 extends ComponentOptions {
  readonly metadata: MiddlewareHttpBearerV1Metadata;
}
