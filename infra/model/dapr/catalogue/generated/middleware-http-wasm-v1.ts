// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Switch, Text } from "../component-values.ts";

export interface MiddlewareHttpWasmV1Metadata {
  /** Required. Example: `https://example.com/middleware.wasm`. */
  readonly url: Text;
  readonly guestConfig?: Text;
  /** Source: components-contrib common/wasm/wasm.go. */
  readonly strictSandbox?: Switch;
}

/** WebAssembly (WASM): `middleware.http.wasm` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-wasm/ */
export interface MiddlewareHttpWasmV1 extends ComponentOptions {
  readonly metadata: MiddlewareHttpWasmV1Metadata;
}
