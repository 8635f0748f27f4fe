// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Bytes, Choice, ComponentOptions, Secret, Span, Text } from "../component-values.ts";

export interface BindingsHttpV1Metadata {
  /** Required. Example: `"http://host:port/path", "http://myservice:8000/customer"`. */
  readonly url: Text;
  /** Example: `"10s", "5m"`. */
  readonly responseTimeout?: Span;
  /** Default: `100Mi`. */
  readonly maxResponseBodySize?: Bytes;
  /** Example: `/path/to/ca.pem`. */
  readonly MTLSRootCA?: Text;
  /** Example: `/path/to/client.pem`. */
  readonly MTLSClientCert?: Text;
  /** Example: `/path/to/client.key`. */
  readonly MTLSClientKey?: Text;
  /** Example: `RenegotiateOnceAsClient`. */
  readonly MTLSRenegotiation?: Choice<"RenegotiateNever" | "RenegotiateOnceAsClient" | "RenegotiateFreelyAsClient">;
  /** Secret. Example: `this-value-is-preferably-injected-from-a-secret-store`. */
  readonly securityToken?: Secret;
  /** Example: `X-Security-Token`. */
  readonly securityTokenHeader?: Text;
  /** Default: `true`. */
  readonly errorIfNot2XX?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** HTTP: `bindings.http` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/http/ */
export interface BindingsHttpV1 extends ComponentOptions {
  readonly metadata: BindingsHttpV1Metadata;
}
