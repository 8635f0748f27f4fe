// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsSmtpV1Metadata {
  /** Required. Example: `smtp.gmail.com`. */
  readonly host: Text;
  /** Required. Default: `587`. */
  readonly port: Count;
  /** Example: `sender@example.com`. */
  readonly emailFrom?: Text;
  /** Example: `recipient@example.com`. */
  readonly emailTo?: Text;
  /** Example: `cc@example.com`. */
  readonly emailCC?: Text;
  /** Example: `bcc@example.com`. */
  readonly emailBCC?: Text;
  /** Default: `3`. */
  readonly priority?: Count;
  /** Example: `Hello from Dapr`. */
  readonly subject?: Text;
  /** Default: `false`. */
  readonly skipTLSVerify?: Switch;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsSmtpV1Authentication =
  /** User/Password Authentication. */
  | {
      readonly profile: "password";
      /** Required. Example: `user@gmail.com`. */
      readonly user: Text;
      /** Required. Secret. */
      readonly password: Secret;
    };

/** SMTP: `bindings.smtp` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/smtp/ */
export interface BindingsSmtpV1 extends ComponentOptions {
  readonly metadata: BindingsSmtpV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsSmtpV1Authentication;
}
