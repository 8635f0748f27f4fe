// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsTwilioSendgridV1Metadata {
  /** Example: `sender@example.com`. */
  readonly emailFrom?: Text;
  /** Example: `John Doe`. */
  readonly emailFromName?: Text;
  /** Example: `recipient@example.com`. */
  readonly emailTo?: Text;
  /** Example: `Jane Smith`. */
  readonly emailToName?: Text;
  /** Example: `Hello from Dapr`. */
  readonly subject?: Text;
  /** Example: `cc@example.com`. */
  readonly emailCc?: Text;
  /** Example: `bcc@example.com`. */
  readonly emailBcc?: Text;
  /** Example: `{"name":"John","age":30}`. */
  readonly dynamicTemplateData?: Text;
  /** Example: `your-template-id`. */
  readonly dynamicTemplateId?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsTwilioSendgridV1Authentication =
  /** API Key Authentication. */
  | {
      readonly profile: "api-key";
      /** Required. Secret. */
      readonly apiKey: Secret;
    };

/** Twilio SendGrid: `bindings.twilio.sendgrid` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/sendgrid/ */
export interface BindingsTwilioSendgridV1 extends ComponentOptions {
  readonly metadata?: BindingsTwilioSendgridV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsTwilioSendgridV1Authentication;
}
