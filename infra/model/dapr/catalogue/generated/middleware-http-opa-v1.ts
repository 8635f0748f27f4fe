// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Text } from "../component-values.ts";

export interface MiddlewareHttpOpaV1Metadata {
  /** Required. */
  readonly rego: Text;
  /** Default: `403`. */
  readonly defaultStatus?: Count;
  /** Example: `x-my-custom-header, x-jwt-header`. */
  readonly includedHeaders?: Text;
  /** Example: `false`. */
  readonly readBody?: Text;
}

/** Open Policy Agent (OPA): `middleware.http.opa` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-opa/ */
export interface MiddlewareHttpOpaV1 extends ComponentOptions {
  readonly metadata: MiddlewareHttpOpaV1Metadata;
}
