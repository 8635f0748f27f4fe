import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a pool with public addresses",
    (graph) => {
      graph.props("containerservice:AgentPool pool").enableNodePublicIP = true;
    },
    [
      "azure-cluster-forbids-public-nodes: containerservice:AgentPool pool: enableNodePublicIP is true. Set it to false, with a NAT gateway for the way out.",
    ],
  ),
  broken(
    "the first pool with public addresses",
    (graph) => {
      graph.props("containerservice:ManagedCluster cluster").agentPoolProfiles[0].enableNodePublicIP = true;
    },
    [
      "azure-cluster-forbids-public-nodes: containerservice:ManagedCluster cluster: agentPoolProfiles[0].enableNodePublicIP is true. Set it to false, with a NAT gateway for the way out.",
    ],
  ),
];
