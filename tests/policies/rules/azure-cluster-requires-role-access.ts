import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "rights of Kubernetes alone",
    (graph) => {
      graph.props("containerservice:ManagedCluster cluster").aadProfile.enableAzureRBAC = false;
    },
    [
      "azure-cluster-requires-role-access: containerservice:ManagedCluster cluster: aadProfile.enableAzureRBAC is not true. Set it to true.",
    ],
  ),
];
