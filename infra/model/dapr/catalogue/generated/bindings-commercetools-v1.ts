// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsCommercetoolsV1Metadata {
  /** Required. Example: `my-project`. */
  readonly projectKey: Text;
  /** Default: `gcp-europe-west1`. */
  readonly region?: Text;
  /** Default: `gcp`. */
  readonly provider?: Text;
  /** Required. Example: `manage_project:my-project`. */
  readonly scopes: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsCommercetoolsV1Authentication =
  /** OAuth Client Authentication. */
  | {
      readonly profile: "oauth-client";
      /** Required. Example: `client-id`. */
      readonly clientID: Text;
      /** Required. Secret. */
      readonly clientSecret: Secret;
    };

/** Commercetools: `bindings.commercetools` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/commercetools/ */
export interface BindingsCommercetoolsV1 extends ComponentOptions {
  readonly metadata: BindingsCommercetoolsV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsCommercetoolsV1Authentication;
}
