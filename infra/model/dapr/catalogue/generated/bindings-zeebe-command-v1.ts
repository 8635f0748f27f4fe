// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Span, Switch, Text } from "../component-values.ts";

export interface BindingsZeebeCommandV1Metadata {
  /** Required. Example: `localhost:26500`. */
  readonly gatewayAddr: Text;
  /** Default: `45s`. */
  readonly gatewayKeepAlive?: Span;
  /** Example: `true`. */
  readonly usePlainTextConnection?: Switch;
  /** Example: `/path/to/ca-cert`. */
  readonly caCertificatePath?: Text;
  /** Example: `zeebe-client`. */
  readonly clientId?: Text;
  /** Secret. */
  readonly clientSecret?: Secret;
  /** Example: `https://issuer.example.com/oauth/token`. */
  readonly authorizationServerUrl?: Text;
  /** Example: `zeebe-api`. */
  readonly tokenAudience?: Text;
  /** Example: `read write`. */
  readonly tokenScope?: Text;
  /** Example: `/tmp/zeebe-credentials.yaml`. */
  readonly clientConfigPath?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** Zeebe Command: `bindings.zeebe.command` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/zeebe-command/ */
export interface BindingsZeebeCommandV1 extends ComponentOptions {
  readonly metadata: BindingsZeebeCommandV1Metadata;
}
