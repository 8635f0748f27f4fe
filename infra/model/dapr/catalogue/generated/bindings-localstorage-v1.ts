// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface BindingsLocalstorageV1Metadata {
  /** Required. Example: `/tmp/dapr`. */
  readonly rootPath: Text;
  /** Example: `data.txt`. */
  readonly fileName?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** Local Storage: `bindings.localstorage` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/localstorage/ */
export interface BindingsLocalstorageV1 extends ComponentOptions {
  readonly metadata: BindingsLocalstorageV1Metadata;
}
