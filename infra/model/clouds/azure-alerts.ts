/** When Azure itself tells somebody: what the platform's own Prometheus does not see. */
export interface AzureAlert {
  readonly name: string;
  readonly of: "cluster" | "postgres";
  readonly metric: string;
  readonly aggregation: "Average" | "Maximum";
  readonly operator: "GreaterThan" | "LessThan";
  readonly threshold: number;
  /** 0 is the worst of five. */
  readonly severity: 0 | 1 | 2;
  readonly says: string;
}

/** Namespace of the metrics of each resource. */
export const alertNamespaces: Readonly<Record<AzureAlert["of"], string>> = {
  cluster: "Microsoft.ContainerService/managedClusters",
  postgres: "Microsoft.DBforPostgreSQL/flexibleServers",
};

/**
 * The alerts, each over five minutes. Sources: learn.microsoft.com/azure/azure-monitor/reference/supported-metrics, pages
 * microsoft-containerservice-managedclusters-metrics and microsoft-dbforpostgresql-flexibleservers-metrics.
 */
export const azureAlerts: readonly AzureAlert[] = [
  {
    name: "postgres-down",
    of: "postgres",
    metric: "is_db_alive",
    aggregation: "Maximum",
    operator: "LessThan",
    threshold: 1,
    severity: 0,
    says: "PostgreSQL does not answer; the standby should have taken over within two minutes.",
  },
  {
    name: "postgres-storage",
    of: "postgres",
    metric: "storage_percent",
    aggregation: "Average",
    operator: "GreaterThan",
    threshold: 80,
    severity: 1,
    says: "PostgreSQL's disk fills; at 95 % the server takes no more writes.",
  },
  {
    name: "postgres-cpu",
    of: "postgres",
    metric: "cpu_percent",
    aggregation: "Average",
    operator: "GreaterThan",
    threshold: 90,
    severity: 2,
    says: "PostgreSQL has no CPU left; choose a larger size in infra/model/clouds/aks.ts.",
  },
  {
    name: "nodes-disk",
    of: "cluster",
    metric: "node_disk_usage_percentage",
    aggregation: "Maximum",
    operator: "GreaterThan",
    threshold: 85,
    severity: 1,
    says: "A node's disk fills; at 90 % its pods are evicted.",
  },
  {
    name: "nodes-memory",
    of: "cluster",
    metric: "node_memory_working_set_percentage",
    aggregation: "Average",
    operator: "GreaterThan",
    threshold: 90,
    severity: 2,
    says: "The nodes have no memory left, and the autoscaler does not add any: its most is reached.",
  },
];
