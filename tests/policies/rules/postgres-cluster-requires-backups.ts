import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no archive",
    (graph) => {
      graph.props("Cluster todo/database").spec.plugins = [];
    },
    [
      "postgres-cluster-requires-backups: Cluster todo/database: spec.plugins has none that archives the log. Add barman-cloud.cloudnative-pg.io with isWALArchiver true and an ObjectStore, and a ScheduledBackup.",
    ],
  ),
];
