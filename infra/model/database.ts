import type { ObjectStoreSpec } from "./object-store.ts";
import type { ContainerResources } from "./service.ts";
import type { Size } from "./units.ts";

/** A database with the role that owns it and the Secret in which its connection string is handed out. */
export interface DatabaseOwner {
  readonly database: string;
  readonly role: string;
  /** Secret (key `connection-string`) in the apps' namespace. */
  readonly secret: string;
  /** Connections the role may hold; the sum is checked against the server's limit. */
  readonly connectionLimit: number;
}

interface DatabaseServer {
  /** Server's `max_connections`. */
  readonly maxConnections: number;
  readonly owners: readonly DatabaseOwner[];
}

interface OwnServer extends DatabaseServer {
  readonly name: string;
  readonly namespace: string;
  /** Volume of each server. */
  readonly storage: Size;
}

/** One PostgreSQL server in a StatefulSet, for development. */
export interface PlainDatabaseSpec extends OwnServer {
  readonly kind: "plain";
}

/** What a new database is filled with: a whole copy and the log that follows it. */
export interface DatabaseRecovery {
  /** Folder of the lost server in the object store: the `server` that it had. */
  readonly server: string;
  /** Last moment of the log that is read, such as `2026-03-01T12:00:00Z`. @default the end of the log */
  readonly until?: string;
}

/** Backups to an object store: the write-ahead log all the time, and a whole copy by schedule. */
export interface DatabaseBackup {
  /**
   * The store, or the name of an ObjectStore of the Barman Cloud plugin in the database's namespace that is made
   * elsewhere.
   */
  readonly objectStore: ObjectStoreSpec | string;
  /** Cron expression of six fields, the first of which is seconds; UTC. */
  readonly schedule: string;
  /** Folder of this database in the store; another one after each recovery. @default the database's name */
  readonly server?: string;
  /** Read once, when the servers are made; docs/runbooks/postgres-restore.md. @default a new database is empty */
  readonly recovery?: DatabaseRecovery;
}

/** A primary and its replicas that the CloudNativePG operator runs. */
export interface CnpgDatabaseSpec extends OwnServer {
  readonly kind: "cnpg";
  /** Servers: one primary, the others take over. At least 2 in production. */
  readonly instances: number;
  readonly resources: ContainerResources;
  /** Class of every volume. @default the cluster's own */
  readonly storageClass?: string;
  /** @default none, which production is warned of */
  readonly backup?: DatabaseBackup;
}

/**
 * A server that a cloud runs and the stack orders, such as Azure's flexible server. Roles, databases and the owners'
 * Secrets are made by the platform; its address is known when it is there, so the model has none.
 */
export interface ManagedDatabaseSpec extends DatabaseServer {
  readonly kind: "managed";
  readonly name: string;
  readonly namespace: string;
}

/** A server that somebody else runs, such as Neon. Its roles, databases and the owners' Secrets are made there. */
export interface ExternalDatabaseSpec extends DatabaseServer {
  readonly kind: "external";
  /** What stands before the server: with `transaction`, two statements of a client may reach different connections. */
  readonly pooling: "none" | "session" | "transaction";
}

/** A PostgreSQL server that the platform runs itself, in the cluster. */
export type OwnDatabaseSpec = PlainDatabaseSpec | CnpgDatabaseSpec;

/** PostgreSQL: one server, a database and a role for each owner. */
export type DatabaseSpec = OwnDatabaseSpec | ManagedDatabaseSpec | ExternalDatabaseSpec;

/** Key of an owner's Secret. */
export const connectionStringKey = "connection-string";

/** Port of the server. */
export const postgresPort = 5432;

/**
 * Host name of the server inside the Kubernetes cluster; the certificate names it. CloudNativePG's Service `-rw` is
 * always the primary.
 */
export const postgresHost = ({ kind, name, namespace }: OwnDatabaseSpec): string =>
  `${kind === "cnpg" ? `${name}-rw` : name}.${namespace}.svc.cluster.local`;
