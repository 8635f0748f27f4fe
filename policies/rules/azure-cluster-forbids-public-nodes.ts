import { at, itemsOf } from "../pack/fields.ts";
import { kindOf } from "../pack/resource.ts";
import type { Rule } from "../pack/rule.ts";

const pool = "azure-native:containerservice:AgentPool";

export const azureClusterForbidsPublicNodes: Rule = {
  name: "azure-cluster-forbids-public-nodes",
  refuses: "Nodes of AKS with public addresses.",
  why: "The kubelet and every port of a node are then one rule of a firewall away from the internet.",
  source: "https://learn.microsoft.com/azure/aks/use-node-public-ips",
  severity: "high",
  kinds: ["azure-native:containerservice:ManagedCluster", pool],
  check: ({ type, props }) => {
    const pools =
      kindOf(type) === pool
        ? [{ key: "enableNodePublicIP", value: props["enableNodePublicIP"] }]
        : itemsOf(props["agentPoolProfiles"]).map((profile, index) => ({
            key: `agentPoolProfiles[${index}].enableNodePublicIP`,
            value: at(profile, "enableNodePublicIP"),
          }));
    return pools
      .filter(({ value }) => value === true)
      .map(({ key }) => ({ key, problem: "is true", remedy: "Set it to false, with a NAT gateway for the way out." }));
  },
};
