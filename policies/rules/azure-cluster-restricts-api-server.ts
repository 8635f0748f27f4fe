import { at, isEmpty, itemsOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const azureClusterRestrictsApiServer: Rule = {
  name: "azure-cluster-restricts-api-server",
  refuses: "An AKS cluster whose API server answers the whole internet.",
  why: "A stolen token is then enough, from wherever, and so is a flaw of the API server.",
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  severity: "high",
  kinds: ["azure-native:containerservice:ManagedCluster"],
  check: ({ props }) => {
    const access = at(props, "apiServerAccessProfile");
    const ranges = itemsOf(at(access, "authorizedIPRanges"));
    const isOpen = isEmpty(ranges) || ranges.includes("0.0.0.0/0");
    return findingIf(
      at(access, "enablePrivateCluster") !== true && isOpen,
      "apiServerAccessProfile",
      "is neither private nor bound to addresses",
      "Set enablePrivateCluster, or authorizedIPRanges.",
    );
  },
};
