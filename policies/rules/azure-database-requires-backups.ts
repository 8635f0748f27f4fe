import { at, differs } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

export const azureDatabaseRequiresBackups: Rule = {
  name: "azure-database-requires-backups",
  refuses: "A database server of Azure with backups of less than a week, or in its own region only.",
  why: "A mistake is often found after days, and a region can be away longer than a team can wait.",
  source: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-backup-restore",
  severity: "high",
  kinds: ["azure-native:dbforpostgresql:Server", "azure-native:dbformysql:Server"],
  check: ({ props }): readonly Finding[] => {
    const [days, copy] = ["backupRetentionDays", "geoRedundantBackup"].map((key) => at(props, "backup", key));
    return [
      ...(Number(days ?? 7) < 7
        ? [{ key: "backup.backupRetentionDays", problem: `is ${String(days)}`, remedy: "Set it to 7 or more." }]
        : []),
      ...(differs(copy, "Enabled")
        ? [{ key: "backup.geoRedundantBackup", problem: "is not Enabled", remedy: "Set it; later it cannot be." }]
        : []),
    ];
  },
};
