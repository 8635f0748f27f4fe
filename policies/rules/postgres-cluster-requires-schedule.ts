import { at } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { beside, nameOf } from "../pack/stack.ts";

export const postgresClusterRequiresSchedule: Rule = {
  name: "postgres-cluster-requires-schedule",
  refuses: "A PostgreSQL cluster of which no backup is made by itself.",
  why: "An archived log is of use from a backup on; without a first one there is nothing to restore.",
  source: "https://cloudnative-pg.io/documentation/current/backup/#scheduled-backups",
  severity: "high",
  kinds: ["postgresql.cnpg.io/Cluster"],
  needsStack: true,
  check: (resource, { stack }) =>
    findingIf(
      !beside(resource, stack, "postgresql.cnpg.io/ScheduledBackup").some(
        ({ props }) =>
          at(props, "spec", "cluster", "name") === nameOf(resource) && at(props, "spec", "suspend") !== true,
      ),
      "metadata.name",
      "has no ScheduledBackup",
      "Make one for each night.",
    ),
};
