import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "open to the internet",
    (graph) => {
      graph.props("keyvault:Vault vault").properties.publicNetworkAccess = "Enabled";
    },
    [
      "azure-vault-forbids-public-access: keyvault:Vault vault: properties.publicNetworkAccess is not Disabled. Set it to Disabled, and make a PrivateEndpoint in the platform's network.",
    ],
  ),
  broken(
    "no endpoint",
    (graph) => {
      graph.remove("network:PrivateEndpoint vault-endpoint");
    },
    [
      "azure-vault-forbids-public-access: keyvault:Vault vault: properties.publicNetworkAccess is Disabled, and the stack has no PrivateEndpoint. Set it to Disabled, and make a PrivateEndpoint in the platform's network.",
    ],
  ),
];
