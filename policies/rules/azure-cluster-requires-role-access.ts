import { at, differs } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

export const azureClusterRequiresRoleAccess: Rule = {
  name: "azure-cluster-requires-role-access",
  refuses: "An AKS cluster whose users are not those of Entra ID.",
  why: "Rights then outlive the people who had them.",
  source: "https://learn.microsoft.com/azure/aks/manage-azure-rbac",
  severity: "high",
  kinds: ["azure-native:containerservice:ManagedCluster"],
  check: ({ props }) =>
    ["managed", "enableAzureRBAC"]
      .filter((key) => differs(at(props, "aadProfile", key), true))
      .map((key) => ({ key: `aadProfile.${key}`, problem: "is not true", remedy: "Set it to true." })),
};
