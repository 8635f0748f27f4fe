// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface MiddlewareHttpRoutercheckerV1Metadata {
  /** Required. Example: `^[A-Za-z0-9/._-]+$`. */
  readonly rule: Text;
}

/** Router Checker: `middleware.http.routerchecker` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-routerchecker/ */
export interface MiddlewareHttpRoutercheckerV1 extends ComponentOptions {
  readonly metadata: MiddlewareHttpRoutercheckerV1Metadata;
}
