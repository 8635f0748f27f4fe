// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface BindingsDubboV1Metadata {
  /** Example: `com.example.UserService`. */
  readonly interfaceName?: Text;
  /** Example: `getUser`. */
  readonly methodName?: Text;
  /** Example: `1.0.0`. */
  readonly version?: Text;
  /** Example: `mygroup`. */
  readonly group?: Text;
  /** Example: `localhost`. */
  readonly providerHostname?: Text;
  /** Example: `8080`. */
  readonly providerPort?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** Apache Dubbo: `bindings.dubbo` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/ */
export interface BindingsDubboV1 extends ComponentOptions {
  readonly metadata?: BindingsDubboV1Metadata;
}
