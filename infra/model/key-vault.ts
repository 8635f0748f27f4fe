import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";

/**
 * The Azure Key Vault secret store; each sidecar shows the token of its app's ServiceAccount (workload identity). A secret
 * of the vault is one text, so one with several keys is kept as JSON.
 * Source: components-contrib secretstores/azure/keyvault/metadata.yaml.
 */
export const keyVaultSecrets = (vaultName: string): ComponentSpec =>
  component("secretstores.azure.keyvault/v1", {
    metadata: { vaultName },
    authentication: { profile: "azure-managed-identity" },
    // A token is exchanged at the start, which takes longer while Entra ID learns of a new identity.
    initTimeout: "60s",
  });

/** A Secret's values as the one text that a vault keeps: the value alone, or JSON of all. */
export const toVaultValue = (values: Readonly<Record<string, string>>): string => {
  const [only, ...others] = Object.values(values);
  return only !== undefined && others.length === 0 ? only : JSON.stringify(values);
};
