import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no backup at night",
    (graph) => {
      graph.remove("ScheduledBackup todo/nightly");
    },
    [
      "postgres-cluster-requires-schedule: Cluster todo/database: metadata.name has no ScheduledBackup. Make one for each night.",
    ],
  ),
  broken(
    "a suspended one",
    (graph) => {
      graph.props("ScheduledBackup todo/nightly").spec.suspend = true;
    },
    [
      "postgres-cluster-requires-schedule: Cluster todo/database: metadata.name has no ScheduledBackup. Make one for each night.",
    ],
  ),
];
