import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "in its own region only",
    (graph) => {
      graph.props("dbforpostgresql:Server postgres").backup.geoRedundantBackup = "Disabled";
    },
    [
      "azure-database-requires-backups: dbforpostgresql:Server postgres: backup.geoRedundantBackup is not Enabled. Set it; later it cannot be.",
    ],
  ),
  broken(
    "for three days",
    (graph) => {
      graph.props("dbforpostgresql:Server postgres").backup.backupRetentionDays = 3;
    },
    [
      "azure-database-requires-backups: dbforpostgresql:Server postgres: backup.backupRetentionDays is 3. Set it to 7 or more.",
    ],
  ),
];
