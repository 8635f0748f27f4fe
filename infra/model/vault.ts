import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
import { secretKey, type SecretKeyReference } from "./dapr/secret-reference.ts";
import { platformCaSecret } from "./kafka-connection.ts";

interface VaultServer {
  /** Path of the key-value engine (version 2). The development mode has one at `secret`. */
  readonly engine: string;
  /** Folder of the apps' secrets below the engine. */
  readonly prefix: string;
  /** Secret (key `token`) in the apps' namespace: a token that may read the apps' secrets and nothing else. */
  readonly secret: string;
}

/**
 * One Vault server of its development mode in a StatefulSet: TLS, everything in memory. The apps' secrets are copied
 * into it from the platform's Secrets at each start and at each change of them.
 */
export interface PlainVaultSpec extends VaultServer {
  readonly kind: "plain";
  readonly engine: "secret";
  readonly name: string;
  /** The apps' namespace. */
  readonly namespace: string;
}

/** A Vault server that somebody else runs. Nothing is written there. */
export interface ExternalVaultSpec extends VaultServer {
  readonly kind: "external";
  /** Such as `https://vault.example.com:8200`, or the Secret's key that holds it. */
  readonly address: string | SecretKeyReference;
  /** `true` trusts public authorities; a Secret's key names a CA of its own. */
  readonly ca: true | SecretKeyReference;
  /** Names of the apps' secrets that stand there. */
  readonly secrets: readonly string[];
}

/** The Vault server behind a secret store of that type. */
export type VaultSpec = PlainVaultSpec | ExternalVaultSpec;

/** Port of the TLS listener. */
export const vaultPort = 8200;

/** Host name of the platform's own server inside the Kubernetes cluster; the certificate names it. */
export const vaultHost = ({ name, namespace }: PlainVaultSpec): string => `${name}.${namespace}.svc.cluster.local`;

/**
 * The Vault secret store. daprd reads a secret anew each time that an app asks for it.
 * Source: components-contrib secretstores/hashicorp/vault/vault.go.
 *
 * @example vaultSecrets({ kind: "external", address: "https://vault.example.com:8200", ca: true, engine: "secret", ... })
 */
export const vaultSecrets = (vault: VaultSpec): ComponentSpec => {
  const ca = vault.kind === "plain" ? secretKey(platformCaSecret, "ca.crt") : vault.ca;
  return component("secretstores.hashicorp.vault/v1", {
    metadata: {
      vaultAddr: vault.kind === "plain" ? `https://${vaultHost(vault)}:${vaultPort}` : vault.address,
      enginePath: vault.engine,
      vaultKVPrefix: vault.prefix,
      ...(ca === true ? {} : { caPem: ca }),
    },
    authentication: { profile: "token", vaultToken: secretKey(vault.secret, "token") },
    initTimeout: "60s",
  });
};

/** The policy of the apps' token: it reads each of these secrets, and can neither list nor write. */
export const vaultPolicy = ({ engine, prefix }: VaultServer, secrets: readonly string[]): string =>
  secrets.map((secret) => `path "${engine}/data/${prefix}/${secret}" {\n  capabilities = ["read"]\n}\n`).join("");
