import type { NodePoolSpec } from "./node-pool.ts";

/** Who reaches the Kubernetes API: the network's machines only, or some addresses outside of it, too. */
export type ApiServerAccess =
  { readonly kind: "private" } | { readonly kind: "restricted"; readonly ranges: readonly string[] };

/** Addresses of everything; no two may share one. */
export interface AzureNetworkSpec {
  readonly network: string;
  /** Nodes and the API's load balancers. */
  readonly nodes: string;
  /** Private endpoints of Key Vault, the registry and others. */
  readonly endpoints: string;
  /** PostgreSQL's own, delegated to it. */
  readonly postgres: string;
  /** Pods have addresses of an overlay that no other network sees. */
  readonly pods: string;
  readonly services: string;
}

/** Azure Database for PostgreSQL, flexible server. */
export interface FlexibleServerSpec {
  readonly version: "16" | "17";
  /** Such as `Standard_D2ds_v5`. */
  readonly size: string;
  readonly storageGb: number;
  /** `max_connections`, of which Azure keeps 15 for itself. */
  readonly maxConnections: number;
  /** A standby in another zone takes over. */
  readonly zoneRedundant: boolean;
  /** Days in which any second can be restored: 7 to 35. */
  readonly backupDays: number;
  /** Backups in the paired region, too. Cannot be changed later. */
  readonly geoRedundantBackup: boolean;
}

/** An AKS cluster and what Azure runs for the platform beside it. */
export interface AksSpec {
  /** Prefix of every name: lower-case letters and digits. */
  readonly name: string;
  /** Ends the names that must be unique in all of Azure: lower-case letters and digits. */
  readonly suffix: string;
  readonly region: string;
  /** Minor version, such as `1.34`; patches are Azure's, in the maintenance window. */
  readonly kubernetesVersion: string;
  readonly network: AzureNetworkSpec;
  readonly apiServer: ApiServerAccess;
  /** Entra ID groups whose members administer the cluster and the database server. */
  readonly adminGroups: readonly string[];
  /** Availability zones of the region. */
  readonly zones: readonly string[];
  readonly systemPool: NodePoolSpec;
  readonly userPools: readonly NodePoolSpec[];
  readonly postgres: FlexibleServerSpec;
  /** Size of Azure Managed Redis, where the state is kept there. */
  readonly redisSize: string;
  /** Who hears of Azure's alerts. @default nobody, and none is made */
  readonly alertEmail?: string | undefined;
  /** Days for which logs are kept: 30 to 730. */
  readonly logRetentionDays: number;
}

/** Name of the platform's Key Vault, unique in all of Azure. */
export const keyVaultName = ({ name, suffix }: AksSpec): string => `${name}-${suffix}`;

/** Name of the namespace of Event Hubs, unique in all of Azure. */
export const eventHubsName = ({ name, suffix }: AksSpec): string => `${name}-events-${suffix}`;

/** The production cluster of the Todo platform. */
export const todoAks = ({
  region,
  suffix,
  adminGroups,
  apiServer,
  alertEmail,
}: Pick<AksSpec, "region" | "suffix" | "adminGroups" | "apiServer" | "alertEmail">): AksSpec => ({
  name: "todo",
  suffix,
  region,
  kubernetesVersion: "1.34",
  network: {
    network: "10.20.0.0/16",
    nodes: "10.20.0.0/20",
    endpoints: "10.20.16.0/24",
    postgres: "10.20.17.0/28",
    pods: "10.244.0.0/16",
    services: "10.21.0.0/16",
  },
  apiServer,
  adminGroups,
  alertEmail,
  zones: ["1", "2", "3"],
  systemPool: { name: "system", size: "Standard_D2ds_v5", min: 3, max: 5 },
  userPools: [{ name: "apps", size: "Standard_D4ds_v5", min: 3, max: 12 }],
  postgres: {
    version: "17",
    size: "Standard_D2ds_v5",
    storageGb: 128,
    maxConnections: 200,
    zoneRedundant: true,
    backupDays: 14,
    geoRedundantBackup: true,
  },
  redisSize: "Balanced_B1",
  logRetentionDays: 30,
});
