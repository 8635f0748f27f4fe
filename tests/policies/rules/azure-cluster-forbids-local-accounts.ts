import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "local accounts",
    (graph) => {
      delete graph.props("containerservice:ManagedCluster cluster").disableLocalAccounts;
    },
    [
      "azure-cluster-forbids-local-accounts: containerservice:ManagedCluster cluster: disableLocalAccounts is not true. Set it to true, with groups of Entra ID as administrators.",
    ],
  ),
];
