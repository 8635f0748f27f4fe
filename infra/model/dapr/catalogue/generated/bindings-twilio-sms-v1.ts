// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Span, Text } from "../component-values.ts";

export interface BindingsTwilioSmsV1Metadata {
  /** Required. Example: `+1234567890`. */
  readonly fromNumber: Text;
  /** Example: `+0987654321`. */
  readonly toNumber?: Text;
  /** Default: `30s`. */
  readonly timeout?: Span;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsTwilioSmsV1Authentication =
  /** Twilio Authentication. */
  | {
      readonly profile: "account-token";
      /** Required. Example: `AC1234567890abcdef`. */
      readonly accountSid: Text;
      /** Required. Secret. */
      readonly authToken: Secret;
    };

/** Twilio SMS: `bindings.twilio.sms` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/twilio/ */
export interface BindingsTwilioSmsV1 extends ComponentOptions {
  readonly metadata: BindingsTwilioSmsV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsTwilioSmsV1Authentication;
}
