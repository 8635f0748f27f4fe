// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface MiddlewareHttpRouteraliasV1Metadata {
  readonly routes?: Text;
}

/** Router Alias: `middleware.http.routeralias` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-routeralias/ */
export interface MiddlewareHttpRouteraliasV1 extends ComponentOptions {
  readonly metadata?: MiddlewareHttpRouteraliasV1Metadata;
}
