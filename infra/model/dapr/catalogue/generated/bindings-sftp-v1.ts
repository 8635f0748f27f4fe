// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsSftpV1Metadata {
  /** Required. Example: `sftp.example.com:22`. */
  readonly address: Text;
  /** Required. Example: `/home/sftpuser`. */
  readonly rootPath: Text;
  /** Example: `data.txt`. */
  readonly fileName?: Text;
  readonly hostPublicKey?: Text;
  /** Example: `/path/to/known_hosts`. */
  readonly knownHostsFile?: Text;
  /** Default: `false`. */
  readonly insecureIgnoreHostKey?: Switch;
  /** Default: `false`. */
  readonly sequentialMode?: Switch;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsSftpV1Authentication =
  /** Password Authentication. */
  | {
      readonly profile: "password";
      /** Required. Example: `sftpuser`. */
      readonly username: Text;
      /** Required. Secret. */
      readonly password: Secret;
    }
  /** Private Key Authentication. */
  | {
      readonly profile: "private-key";
      /** Required. Example: `sftpuser`. */
      readonly username: Text;
      /** Required. Secret. */
      readonly privateKey: Secret;
      /** Secret. */
      readonly privateKeyPassphrase?: Secret;
    };

/** Secure File Transfer Protocol (SFTP): `bindings.sftp` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/sftp/ */
export interface BindingsSftpV1 extends ComponentOptions {
  readonly metadata: BindingsSftpV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsSftpV1Authentication;
}
