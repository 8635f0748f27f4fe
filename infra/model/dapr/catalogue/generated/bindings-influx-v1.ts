// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsInfluxV1Metadata {
  /** Required. Example: `http://localhost:8086`. */
  readonly url: Text;
  /** Required. Example: `your-org`. */
  readonly org: Text;
  /** Required. Example: `your-bucket`. */
  readonly bucket: Text;
  /** Example: `cpu_usage`. */
  readonly measurement?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsInfluxV1Authentication =
  /** Token Authentication. */
  | {
      readonly profile: "token";
      /** Required. Secret. */
      readonly token: Secret;
    };

/** InfluxDB: `bindings.influx` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/influxdb/ */
export interface BindingsInfluxV1 extends ComponentOptions {
  readonly metadata: BindingsInfluxV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsInfluxV1Authentication;
}
