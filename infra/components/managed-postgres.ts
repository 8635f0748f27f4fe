import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import type { ManagedDatabaseSpec } from "../model/database.ts";
import { PostgresProvisioning } from "./postgres-provisioning.ts";

/** A PostgreSQL server of a cloud, as its maker hands it over. */
export interface ManagedServer {
  readonly host: Input<string>;
  readonly port: Input<number>;
  /** Role that may make roles and databases; it is no superuser. */
  readonly adminUser: Input<string>;
  /** A secret. */
  readonly adminPassword: Input<string>;
  /** Database that exists from the beginning. */
  readonly adminDatabase: string;
  /** Authorities that sign the server's certificate, PEM. */
  readonly ca: Input<string>;
}

/** Key of the Secret with the platform's CA under which apps and sidecars find the authorities of a cloud's server. */
export const managedCaKey = "database-ca.crt";

/** Arguments of {@link ManagedPostgres}. */
export interface ManagedPostgresArgs {
  readonly database: ManagedDatabaseSpec;
  readonly server: ManagedServer;
  readonly namespace: Input<string>;
  readonly image: string;
}

/**
 * The platform's roles and databases on a cloud's PostgreSQL server. Costs a short Job; exposes nothing.
 *
 * @example new ManagedPostgres("databases", { database, server, namespace, image });
 */
export class ManagedPostgres extends ComponentResource {
  /** Connection string of each owner's Secret, a secret. */
  readonly connections: Readonly<Record<string, Output<string>>>;

  constructor(name: string, args: ManagedPostgresArgs, options?: ComponentResourceOptions) {
    super("todo-platform:database:ManagedPostgres", name, {}, options);
    const { database, server, namespace, image } = args;
    const child = { parent: this };
    const admin = new Secret(
      `${name}-admin`,
      {
        metadata: { name: `${database.name}-admin`, namespace },
        stringData: { password: server.adminPassword, "ca.crt": server.ca },
      },
      child,
    );
    const made = new PostgresProvisioning(
      `${name}-databases`,
      {
        database,
        address: { host: server.host, port: server.port, caKey: managedCaKey },
        namespace,
        image,
        admin: { user: server.adminUser, database: server.adminDatabase },
        adminSecret: admin.metadata.name,
      },
      child,
    );
    this.connections = made.connections;
    this.registerOutputs({});
  }
}
