// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsKubemqV1Metadata {
  /** Required. Example: `localhost:50000`. */
  readonly address: Text;
  /** Required. Example: `my-channel`. */
  readonly channel: Text;
  /** Default: `1`. */
  readonly pollMaxItems?: Count;
  /** Default: `3600`. */
  readonly pollTimeoutSeconds?: Count;
  /** Default: `false`. */
  readonly autoAcknowledged?: Switch;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsKubemqV1Authentication =
  /** Token Authentication. */
  | {
      readonly profile: "token";
      /** Required. Secret. Example: `auth-token`. */
      readonly authToken: Secret;
    };

/** KubeMQ: `bindings.kubemq` v1, beta. https://docs.dapr.io/reference/components-reference/supported-bindings/kubemq/ */
export interface BindingsKubemqV1 extends ComponentOptions {
  readonly metadata: BindingsKubemqV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsKubemqV1Authentication;
}
