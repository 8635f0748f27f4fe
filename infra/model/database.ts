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

/** PostgreSQL: one server, a database and a role for each owner. */
export interface DatabaseSpec {
  readonly name: string;
  readonly namespace: string;
  readonly storage: Size;
  /** Server's `max_connections`. */
  readonly maxConnections: number;
  readonly owners: readonly DatabaseOwner[];
}

/** Key of an owner's Secret. */
export const connectionStringKey = "connection-string";

/** Port of the server. */
export const postgresPort = 5432;

/** Host name of the server inside the Kubernetes cluster; the certificate names it. */
export const postgresHost = (database: DatabaseSpec): string =>
  `${database.name}.${database.namespace}.svc.cluster.local`;
