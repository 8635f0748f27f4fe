import type { DashboardSpec, PanelSpec } from "./dashboard-spec.ts";
import { lines, rateBy } from "./queries.ts";

/** PostgreSQL, by what CloudNativePG tells of its servers. */
export const postgresDashboard = (namespace: string): DashboardSpec => {
  const from = `namespace="${namespace}"`;
  const panels: PanelSpec[] = [
    {
      title: "Connections",
      description: "Connections by database and state.",
      unit: "short",
      queries: [lines(`sum by (datname, state) (cnpg_backends_total{${from}})`, "datname", "state")],
      metrics: ["cnpg_backends_total"],
    },
    {
      title: "Transactions",
      description: "Committed and rolled back transactions in a second by database.",
      unit: "reqps",
      queries: [
        { expr: rateBy("datname", `cnpg_pg_stat_database_xact_commit{${from}}`), legend: "{{datname}} committed" },
        { expr: rateBy("datname", `cnpg_pg_stat_database_xact_rollback{${from}}`), legend: "{{datname}} rolled back" },
      ],
      metrics: ["cnpg_pg_stat_database_xact_commit", "cnpg_pg_stat_database_xact_rollback"],
    },
    {
      title: "Size",
      description: "Space that each database takes.",
      unit: "bytes",
      queries: [lines(`max by (datname) (cnpg_pg_database_size_bytes{${from}})`, "datname")],
      metrics: ["cnpg_pg_database_size_bytes"],
    },
    {
      title: "Lag of copies",
      description: "How far the last copy is behind.",
      unit: "s",
      queries: [{ expr: `max(cnpg_pg_replication_lag{${from}})`, legend: "lag" }],
      metrics: ["cnpg_pg_replication_lag"],
    },
  ];
  return { uid: "todo-postgres", title: "PostgreSQL", panels };
};
