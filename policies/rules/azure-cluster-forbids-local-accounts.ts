import { differs } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const azureClusterForbidsLocalAccounts: Rule = {
  name: "azure-cluster-forbids-local-accounts",
  refuses: "An AKS cluster with a certificate of an administrator that never ends with a person's account.",
  why: "Who has it once stays administrator, without a name in the audit log.",
  source: "https://learn.microsoft.com/azure/aks/manage-local-accounts-managed-azure-ad",
  severity: "high",
  kinds: ["azure-native:containerservice:ManagedCluster"],
  check: ({ props }) =>
    findingIf(
      differs(props["disableLocalAccounts"], true),
      "disableLocalAccounts",
      "is not true",
      "Set it to true, with groups of Entra ID as administrators.",
    ),
};
