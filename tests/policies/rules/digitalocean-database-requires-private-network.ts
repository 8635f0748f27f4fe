import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "the region's network",
    (graph) => {
      delete graph.props("digitalocean:DatabaseCluster orders").privateNetworkUuid;
    },
    [
      "digitalocean-database-requires-private-network: digitalocean:DatabaseCluster orders: privateNetworkUuid is not set. Name the platform's VPC.",
    ],
  ),
];
