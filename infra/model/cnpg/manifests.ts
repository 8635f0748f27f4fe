import type { CnpgDatabaseSpec, DatabaseOwner } from "../database.ts";
import { archiveFields, barmanPlugin, type ArchiveFields } from "./archive.ts";

// Only what the platform says. Source: cloudnative-pg.io, API reference; proved against the CRDs of infra/crds.

interface Metadata {
  readonly name: string;
  readonly namespace: string;
}

interface Named {
  readonly name: string;
}

/** A role that the operator keeps as it is written. */
interface ManagedRole {
  readonly name: string;
  readonly ensure: "present";
  readonly login: true;
  readonly connectionLimit: number;
  readonly passwordSecret: Named;
}

/** The manifest of kind Cluster. */
export interface ClusterManifest {
  readonly apiVersion: "postgresql.cnpg.io/v1";
  readonly kind: "Cluster";
  readonly metadata: Metadata;
  readonly spec: {
    readonly instances: number;
    readonly storage: { readonly size: string; readonly storageClass?: string };
    readonly resources: {
      readonly requests: { readonly cpu: string; readonly memory: string };
      readonly limits: { readonly cpu: string; readonly memory: string };
    };
    readonly affinity: { readonly enablePodAntiAffinity: true; readonly topologyKey: string };
    readonly certificates: { readonly serverTLSSecret: string; readonly serverCASecret: string };
    readonly postgresql: {
      readonly parameters: Readonly<Record<string, string>>;
      readonly synchronous?: {
        readonly method: "any";
        readonly number: number;
        readonly dataDurability: "required" | "preferred";
      };
    };
    readonly managed: { readonly roles: readonly ManagedRole[] };
  } & ArchiveFields;
}

/** The manifest of kind Database. */
export interface DatabaseManifest {
  readonly apiVersion: "postgresql.cnpg.io/v1";
  readonly kind: "Database";
  readonly metadata: Metadata;
  readonly spec: {
    readonly name: string;
    readonly owner: string;
    readonly cluster: Named;
    readonly databaseReclaimPolicy: "retain";
  };
}

/** The manifest of kind ScheduledBackup. */
export interface ScheduledBackupManifest {
  readonly apiVersion: "postgresql.cnpg.io/v1";
  readonly kind: "ScheduledBackup";
  readonly metadata: Metadata;
  readonly spec: {
    readonly schedule: string;
    readonly immediate: true;
    readonly backupOwnerReference: "self";
    readonly cluster: Named;
    readonly method: "plugin";
    readonly pluginConfiguration: Named;
  };
}

const apiVersion = "postgresql.cnpg.io/v1" as const;

/** Secret (type basic-auth) with a role's password, which the operator reads. */
export const roleSecret = (database: CnpgDatabaseSpec, role: string): string => `${database.name}-${role}`;
/** Secret with the server's certificate and key, signed by the platform's CA. */
export const serverSecret = (database: CnpgDatabaseSpec): string => `${database.name}-server`;
/** Secret with the CA that clients check it by. */
export const serverCaSecret = (database: CnpgDatabaseSpec): string => `${database.name}-server-ca`;

/** Names that an object's metadata takes: databases and roles may hold underscores. */
const objectName = (...words: string[]): string =>
  words
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "-");

/** A commit waits for one replica; with two servers only while the other one is there. */
const synchronous = (instances: number): Pick<ClusterManifest["spec"]["postgresql"], "synchronous"> =>
  instances < 2
    ? {}
    : { synchronous: { method: "any", number: 1, dataDurability: instances > 2 ? "required" : "preferred" } };

const metadata = ({ namespace }: CnpgDatabaseSpec, name: string): Metadata => ({ name, namespace });

/** The servers with their roles; the superuser has no password, so nobody logs in as it. */
export const toClusterManifest = (database: CnpgDatabaseSpec): ClusterManifest => {
  const { instances, storage, storageClass, resources, maxConnections, owners } = database;
  return {
    apiVersion,
    kind: "Cluster",
    metadata: metadata(database, database.name),
    spec: {
      instances,
      storage: { size: storage, ...(storageClass === undefined ? {} : { storageClass }) },
      resources: {
        requests: { cpu: resources.cpuRequest, memory: resources.memoryRequest },
        limits: { cpu: resources.cpuLimit, memory: resources.memoryLimit },
      },
      affinity: { enablePodAntiAffinity: true, topologyKey: "kubernetes.io/hostname" },
      certificates: { serverTLSSecret: serverSecret(database), serverCASecret: serverCaSecret(database) },
      postgresql: {
        parameters: { max_connections: String(maxConnections), password_encryption: "scram-sha-256" },
        ...synchronous(instances),
      },
      managed: {
        roles: owners.map(({ role, connectionLimit }) => ({
          name: role,
          ensure: "present",
          login: true,
          connectionLimit,
          passwordSecret: { name: roleSecret(database, role) },
        })),
      },
      ...archiveFields(database),
    },
  };
};

/** An owner's database; it stays when its object is removed. */
export const toDatabaseManifest = (database: CnpgDatabaseSpec, owner: DatabaseOwner): DatabaseManifest => ({
  apiVersion,
  kind: "Database",
  metadata: metadata(database, objectName(database.name, owner.database)),
  spec: {
    name: owner.database,
    owner: owner.role,
    cluster: { name: database.name },
    databaseReclaimPolicy: "retain",
  },
});

/** Whole copies by schedule; undefined without backups. */
export const toScheduledBackupManifest = (database: CnpgDatabaseSpec): ScheduledBackupManifest | undefined =>
  database.backup === undefined
    ? undefined
    : {
        apiVersion,
        kind: "ScheduledBackup",
        metadata: metadata(database, objectName(database.name, "daily")),
        spec: {
          schedule: database.backup.schedule,
          // The log is of use from the first copy on.
          immediate: true,
          backupOwnerReference: "self",
          cluster: { name: database.name },
          method: "plugin",
          pluginConfiguration: { name: barmanPlugin },
        },
      };
