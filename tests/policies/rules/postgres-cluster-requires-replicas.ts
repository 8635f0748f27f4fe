import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "one instance",
    (graph) => {
      graph.props("Cluster todo/database").spec.instances = 1;
    },
    [
      "postgres-cluster-requires-replicas: Cluster todo/database: spec.instances is below 2. Set it to 3, with synchronous replication.",
    ],
  ),
];
