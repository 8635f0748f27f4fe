// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsApnsV1Metadata {
  /** Default: `false`. */
  readonly development?: Switch;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsApnsV1Authentication =
  /** APNS Key Authentication. */
  | {
      readonly profile: "key";
      /** Required. Example: `ABC123DEF4`. */
      readonly "key-id": Text;
      /** Required. Example: `DEF123GHI4`. */
      readonly "team-id": Text;
      /** Required. Secret. */
      readonly "private-key": Secret;
    };

/** Apple Push Notification Service (APNS): `bindings.apns` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/apns/ */
export interface BindingsApnsV1 extends ComponentOptions {
  readonly metadata?: BindingsApnsV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsApnsV1Authentication;
}
