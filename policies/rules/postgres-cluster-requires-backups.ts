import { at, isEmpty, itemsOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const postgresClusterRequiresBackups: Rule = {
  name: "postgres-cluster-requires-backups",
  refuses: "A PostgreSQL cluster whose log is archived nowhere.",
  why: "Replicas repeat a mistake at once; only a backup knows how it was before.",
  source: "https://cloudnative-pg.io/documentation/current/backup/",
  severity: "critical",
  kinds: ["postgresql.cnpg.io/Cluster"],
  check: ({ props }) =>
    findingIf(
      isEmpty(at(props, "spec", "backup", "barmanObjectStore")) &&
        !itemsOf(at(props, "spec", "plugins")).some((plugin) => at(plugin, "isWALArchiver") === true),
      "spec.plugins",
      "has none that archives the log",
      "Add barman-cloud.cloudnative-pg.io with isWALArchiver true and an ObjectStore, and a ScheduledBackup.",
    ),
};
