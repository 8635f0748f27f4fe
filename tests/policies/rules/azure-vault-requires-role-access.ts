import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "access policies",
    (graph) => {
      graph.props("keyvault:Vault vault").properties.enableRbacAuthorization = false;
    },
    [
      "azure-vault-requires-role-access: keyvault:Vault vault: properties.enableRbacAuthorization is not true. Set it to true, and give each app the role Key Vault Secrets User on its secrets.",
    ],
  ),
];
