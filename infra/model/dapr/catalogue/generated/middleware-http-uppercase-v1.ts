// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions } from "../component-values.ts";

export interface MiddlewareHttpUppercaseV1Metadata {
  /** Default: `request`. Source: dapr cmd/daprd/components/middleware_http_uppercase.go. */
  readonly direction?: Choice<"request" | "response" | "both">;
}

/** Uppercase: `middleware.http.uppercase` v1, development-only. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-uppercase/ */
export interface MiddlewareHttpUppercaseV1 extends ComponentOptions {
  readonly metadata?: MiddlewareHttpUppercaseV1Metadata;
}
