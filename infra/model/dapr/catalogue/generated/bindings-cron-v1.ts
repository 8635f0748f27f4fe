// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface BindingsCronV1Metadata {
  /** Required. Example: `@every 15m`. */
  readonly schedule: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** Cron: `bindings.cron` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/cron/ */
export interface BindingsCronV1 extends ComponentOptions {
  readonly metadata: BindingsCronV1Metadata;
}
