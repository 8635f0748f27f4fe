// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count } from "../component-values.ts";

export interface MiddlewareHttpRatelimitV1Metadata {
  /** Example: `100`. */
  readonly maxRequestsPerSecond?: Count;
}

/** Rate Limiting: `middleware.http.ratelimit` v1, stable. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-rate-limit/ */
export interface MiddlewareHttpRatelimitV1 extends ComponentOptions {
  readonly metadata?: MiddlewareHttpRatelimitV1Metadata;
}
