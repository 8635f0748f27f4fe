import type { DashboardSpec, PanelSpec } from "./dashboard-spec.ts";
import { lines, rateBy } from "./queries.ts";

/** Kafka, by its exporter. */
export const kafkaDashboard = (namespace: string): DashboardSpec => {
  const from = `namespace="${namespace}"`;
  const panels: PanelSpec[] = [
    {
      title: "Brokers",
      description: "Brokers that answer.",
      unit: "short",
      kind: "number",
      queries: [{ expr: `max(kafka_brokers{${from}})`, legend: "brokers" }],
      metrics: ["kafka_brokers"],
    },
    {
      title: "Partitions with too few copies",
      description: "Partitions whose copies are not all in step: the end of one more broker may stop writes.",
      unit: "short",
      kind: "number",
      queries: [{ expr: `sum(kafka_topic_partition_under_replicated_partition{${from}})`, legend: "partitions" }],
      metrics: ["kafka_topic_partition_under_replicated_partition"],
    },
    {
      title: "Records written",
      description: "Records in a second by topic.",
      unit: "reqps",
      queries: [lines(rateBy("topic", `kafka_topic_partition_current_offset{${from}}`), "topic")],
      metrics: ["kafka_topic_partition_current_offset"],
    },
    {
      title: "Lag",
      description: "Records that a consumer group has not read yet, by topic.",
      unit: "short",
      queries: [
        lines(`sum by (consumergroup, topic) (kafka_consumergroup_lag{${from}} > 0)`, "consumergroup", "topic"),
      ],
      metrics: ["kafka_consumergroup_lag"],
    },
  ];
  return { uid: "todo-kafka", title: "Kafka", panels };
};

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
