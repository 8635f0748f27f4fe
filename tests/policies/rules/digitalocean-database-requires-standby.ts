import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "one node",
    (graph) => {
      graph.props("digitalocean:DatabaseCluster orders").nodeCount = 1;
    },
    [
      "digitalocean-database-requires-standby: digitalocean:DatabaseCluster orders: nodeCount is below 2. Set it to 2 or more.",
    ],
  ),
];
