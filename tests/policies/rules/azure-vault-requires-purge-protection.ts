import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no protection",
    (graph) => {
      delete graph.props("keyvault:Vault vault").properties.enablePurgeProtection;
    },
    [
      "azure-vault-requires-purge-protection: keyvault:Vault vault: properties.enablePurgeProtection is not true. Set it to true.",
    ],
  ),
];
