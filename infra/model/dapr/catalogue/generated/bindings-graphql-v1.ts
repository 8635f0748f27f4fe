// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface BindingsGraphqlV1Metadata {
  /** Required. Example: `https://api.example.com/graphql`. */
  readonly endpoint: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** GraphQL: `bindings.graphql` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/graphql/ */
export interface BindingsGraphqlV1 extends ComponentOptions {
  readonly metadata: BindingsGraphqlV1Metadata;
}
