// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface SecretstoresHashicorpVaultV1Metadata {
  /** Default: `https://127.0.0.1:8200`. */
  readonly vaultAddr?: Text;
  readonly caPem?: Text;
  /** Example: `path/to/cacert/holding/folder`. */
  readonly caPath?: Text;
  /** Example: `path/to/cacert.pem`. */
  readonly caCert?: Text;
  /** Default: `false`. */
  readonly skipVerify?: Text;
  /** Example: `tls-server`. */
  readonly tlsServerName?: Text;
  /** Default: `dapr`. */
  readonly vaultKVPrefix?: Text;
  /** Example: `true`. */
  readonly vaultKVUsePrefix?: Switch;
  /** Default: `secret`. */
  readonly enginePath?: Text;
  /** Default: `map`. */
  readonly vaultValueType?: Text;
}

export type SecretstoresHashicorpVaultV1Authentication =
  /** Token. */
  | {
      readonly profile: "token";
      /** Required. Secret. */
      readonly vaultToken: Secret;
    }
  /** File with the token. */
  | {
      readonly profile: "token-file";
      /** Required. Example: `/var/run/secrets/vault/token`. */
      readonly vaultTokenMountPath: Text;
    };

/** Hashicorp Vault: `secretstores.hashicorp.vault` v1, stable. https://docs.dapr.io/reference/components-reference/supported-secret-stores/hashicorp-vault/ */
export interface SecretstoresHashicorpVaultV1 extends ComponentOptions {
  readonly metadata?: SecretstoresHashicorpVaultV1Metadata;
  /** Exactly one. */
  readonly authentication: SecretstoresHashicorpVaultV1Authentication;
}
