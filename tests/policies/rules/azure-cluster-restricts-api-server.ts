import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "open to the internet",
    (graph) => {
      delete graph.props("containerservice:ManagedCluster cluster").apiServerAccessProfile;
    },
    [
      "azure-cluster-restricts-api-server: containerservice:ManagedCluster cluster: apiServerAccessProfile is neither private nor bound to addresses. Set enablePrivateCluster, or authorizedIPRanges.",
    ],
  ),
];
