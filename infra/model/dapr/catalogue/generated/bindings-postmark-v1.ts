// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsPostmarkV1Metadata {
  /** Required. Secret. Example: `your-server-token`. */
  readonly serverToken: Secret;
  /** Required. Secret. Example: `your-account-token`. */
  readonly accountToken: Secret;
  /** Example: `sender@example.com`. */
  readonly emailFrom?: Text;
  /** Example: `recipient@example.com`. */
  readonly emailTo?: Text;
  /** Example: `Hello from Dapr`. */
  readonly subject?: Text;
  /** Example: `cc@example.com`. */
  readonly emailCc?: Text;
  /** Example: `bcc@example.com`. */
  readonly emailBcc?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

/** Postmark: `bindings.postmark` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/postmark/ */
export interface BindingsPostmarkV1 extends ComponentOptions {
  readonly metadata: BindingsPostmarkV1Metadata;
}
