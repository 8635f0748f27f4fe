import { at, differs } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { ofKinds } from "../pack/stack.ts";

export const azureVaultForbidsPublicAccess: Rule = {
  name: "azure-vault-forbids-public-access",
  refuses: "A Key Vault that answers the internet, or a private one without an endpoint.",
  why: "A stolen token is then enough, from wherever; without an endpoint nobody reaches the vault.",
  source: "https://learn.microsoft.com/azure/key-vault/general/private-link-service",
  severity: "high",
  kinds: ["azure-native:keyvault:Vault"],
  needsStack: true,
  check: ({ props }, { stack }) => {
    const isPublic = differs(at(props, "properties", "publicNetworkAccess"), "Disabled");
    return findingIf(
      isPublic || ofKinds(stack, "azure-native:network:PrivateEndpoint").length === 0,
      "properties.publicNetworkAccess",
      isPublic ? "is not Disabled" : "is Disabled, and the stack has no PrivateEndpoint",
      "Set it to Disabled, and make a PrivateEndpoint in the platform's network.",
    );
  },
};
