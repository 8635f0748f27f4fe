import { at, differs } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const azureVaultRequiresRoleAccess: Rule = {
  name: "azure-vault-requires-role-access",
  refuses: "A Key Vault with access policies in place of roles.",
  why: "An access policy is for all secrets of the vault; a role can be for one.",
  source: "https://learn.microsoft.com/azure/key-vault/general/rbac-access-policy",
  severity: "high",
  kinds: ["azure-native:keyvault:Vault"],
  check: ({ props }) =>
    findingIf(
      differs(at(props, "properties", "enableRbacAuthorization"), true),
      "properties.enableRbacAuthorization",
      "is not true",
      "Set it to true, and give each app the role Key Vault Secrets User on its secrets.",
    ),
};
