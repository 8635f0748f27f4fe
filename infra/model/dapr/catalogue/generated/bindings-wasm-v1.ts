// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Switch, Text } from "../component-values.ts";

export interface BindingsWasmV1Metadata {
  /** Default: `false`. */
  readonly strictSandbox?: Switch;
  /** Required. Example: `https://example.com/function.wasm`. */
  readonly url: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** WebAssembly (WASM): `bindings.wasm` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/wasm/ */
export interface BindingsWasmV1 extends ComponentOptions {
  readonly metadata: BindingsWasmV1Metadata;
}
