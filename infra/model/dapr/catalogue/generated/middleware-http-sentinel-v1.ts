// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface MiddlewareHttpSentinelV1Metadata {
  /** Example: `nodeapp`. */
  readonly appName?: Text;
  /** Example: `/var/tmp`. */
  readonly logDir?: Text;
  readonly flowRules?: Text;
  readonly circuitBreakerRules?: Text;
  readonly hotSpotParamRules?: Text;
  readonly isolationRules?: Text;
  readonly systemRules?: Text;
}

/** Sentinel: `middleware.http.sentinel` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-sentinel/ */
export interface MiddlewareHttpSentinelV1 extends ComponentOptions {
  readonly metadata?: MiddlewareHttpSentinelV1Metadata;
}
