import type { ObjectStoreManifest } from "../../../infra/model/cnpg/archive.ts";
import type {
  ClusterManifest,
  DatabaseManifest,
  ScheduledBackupManifest,
} from "../../../infra/model/cnpg/manifests.ts";
import type { Whole } from "./operator-manifests.ts";

const place = (name: string) => ({ name, namespace: "default" });
const postgresCluster: Whole<ClusterManifest> = {
  apiVersion: "postgresql.cnpg.io/v1",
  kind: "Cluster",
  metadata: place("postgres"),
  spec: {
    instances: 3,
    storage: { size: "100Gi", storageClass: "managed-csi-premium" },
    resources: { requests: { cpu: "500m", memory: "2Gi" }, limits: { cpu: "2", memory: "2Gi" } },
    affinity: { enablePodAntiAffinity: true, topologyKey: "kubernetes.io/hostname" },
    certificates: { serverTLSSecret: "postgres-server", serverCASecret: "postgres-server-ca" },
    postgresql: {
      parameters: { max_connections: "200" },
      synchronous: { method: "any", number: 1, dataDurability: "required" },
    },
    managed: {
      roles: [
        {
          name: "todo-backend",
          ensure: "present",
          login: true,
          connectionLimit: 30,
          passwordSecret: { name: "postgres-todo-backend" },
        },
      ],
    },
    plugins: [
      {
        name: "barman-cloud.cloudnative-pg.io",
        isWALArchiver: true,
        parameters: { barmanObjectName: "postgres-backups", serverName: "postgres-2" },
      },
    ],
    bootstrap: { recovery: { source: "archive", recoveryTarget: { targetTime: "2026-03-01T12:00:00Z" } } },
    externalClusters: [
      {
        name: "archive",
        plugin: {
          name: "barman-cloud.cloudnative-pg.io",
          parameters: { barmanObjectName: "postgres-backups", serverName: "postgres" },
        },
      },
    ],
    serviceAccountTemplate: { metadata: { annotations: { "azure.workload.identity/client-id": "a" } } },
    inheritedMetadata: { labels: { "azure.workload.identity/use": "true" } },
  },
};
const objectStore: Whole<ObjectStoreManifest> = {
  apiVersion: "barmancloud.cnpg.io/v1",
  kind: "ObjectStore",
  metadata: place("postgres-backups"),
  spec: {
    configuration: {
      destinationPath: "s3://backups/todo",
      endpointURL: "https://fra1.digitaloceanspaces.com",
      s3Credentials: {
        accessKeyId: { name: "backup-keys", key: "id" },
        secretAccessKey: { name: "backup-keys", key: "secret" },
      },
      azureCredentials: { useDefaultAzureCredentials: true },
      wal: { compression: "gzip" },
      data: { compression: "gzip" },
    },
    retentionPolicy: "30d",
    instanceSidecarConfiguration: {
      resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { cpu: "1", memory: "512Mi" } },
    },
  },
};
const postgresDatabase: Whole<DatabaseManifest> = {
  apiVersion: "postgresql.cnpg.io/v1",
  kind: "Database",
  metadata: place("postgres-tododb"),
  spec: {
    name: "tododb",
    owner: "todo-backend",
    cluster: { name: "postgres" },
    databaseReclaimPolicy: "retain",
  },
};
const scheduledBackup: Whole<ScheduledBackupManifest> = {
  apiVersion: "postgresql.cnpg.io/v1",
  kind: "ScheduledBackup",
  metadata: place("postgres-daily"),
  spec: {
    schedule: "0 0 3 * * *",
    immediate: true,
    backupOwnerReference: "self",
    cluster: { name: "postgres" },
    method: "plugin",
    pluginConfiguration: { name: "barman-cloud.cloudnative-pg.io" },
  },
};

/** A manifest of every kind that the platform makes for CloudNativePG and its plugin for backups. */
export const postgresManifests = [postgresCluster, postgresDatabase, scheduledBackup, objectStore];
