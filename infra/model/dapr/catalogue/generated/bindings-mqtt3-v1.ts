// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsMqtt3V1Metadata {
  /** Required. Example: `tcp://localhost:1883`. */
  readonly url: Text;
  /** Required. Example: `my-topic`. */
  readonly topic: Text;
  /** Example: `my-client`. */
  readonly consumerID?: Text;
  /** Default: `false`. */
  readonly retain?: Switch;
  /** Default: `true`. */
  readonly cleanSession?: Switch;
  /** Default: `3`. */
  readonly backOffMaxRetries?: Count;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Source: components-contrib bindings/mqtt3/metadata.go. */
  readonly qos?: Text;
}

export type BindingsMqtt3V1Authentication =
  /** TLS Authentication. */
  | {
      readonly profile: "tls";
      /** Required. */
      readonly caCert: Text;
      /** Required. */
      readonly clientCert: Text;
      /** Required. Secret. */
      readonly clientKey: Secret;
    };

/** MQTT v3: `bindings.mqtt3` v1, beta. https://docs.dapr.io/reference/components-reference/supported-bindings/mqtt3/ */
export interface BindingsMqtt3V1 extends ComponentOptions {
  readonly metadata: BindingsMqtt3V1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsMqtt3V1Authentication;
}
