import { at, differs } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const azureVaultRequiresPurgeProtection: Rule = {
  name: "azure-vault-requires-purge-protection",
  refuses: "A Key Vault whose secrets can be destroyed for good at once.",
  why: "Keys that encrypt data are the data: one command by mistake or malice, and they are gone.",
  source: "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
  severity: "critical",
  kinds: ["azure-native:keyvault:Vault"],
  check: ({ props }) =>
    findingIf(
      differs(at(props, "properties", "enablePurgeProtection"), true),
      "properties.enablePurgeProtection",
      "is not true",
      "Set it to true.",
    ),
};
