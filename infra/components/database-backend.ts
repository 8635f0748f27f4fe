import type { ComponentResource, Input } from "@pulumi/pulumi";
import type { ManagedDatabaseSpec, OwnDatabaseSpec } from "../model/database.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { BarmanPlugin } from "./barman-plugin.ts";
import { CnpgCluster } from "./cnpg-cluster.ts";
import { cnpgNamespace, CnpgOperator } from "./cnpg-operator.ts";
import { ownAddress } from "./connection-secret.ts";
import type { ChartSource } from "./dapr-control-plane.ts";
import { ManagedPostgres, type ManagedServer } from "./managed-postgres.ts";
import { PostgresProvisioning } from "./postgres-provisioning.ts";
import { PostgresServer } from "./postgres-server.ts";
import { RestrictedNamespace } from "./restricted-namespace.ts";

/** Arguments of {@link createDatabase}. */
export interface DatabaseBackendArgs {
  readonly database: OwnDatabaseSpec | ManagedDatabaseSpec;
  /** The server of kind `managed`. */
  readonly managed?: ManagedServer | undefined;
  readonly namespace: Input<string>;
  readonly authority: CertificateAuthority;
  /** Namespace of the Prometheus that reads metrics of kind `cnpg`. @default nobody may */
  readonly scrapedFrom?: string | undefined;
  /** Image of the one server of kind `plain`. */
  readonly image: string;
  /** Where CloudNativePG's operator comes from, for kind `cnpg`. */
  readonly cnpg: { readonly chart: ChartSource; readonly version: string };
  /** Where the plugin for its backups comes from. */
  readonly barman: { readonly chart: ChartSource; readonly version: string };
}

/** PostgreSQL with the platform's databases; each kind knows the connection strings of the owners' Secrets. */
export type DatabaseBackend = PostgresProvisioning | CnpgCluster | ManagedPostgres;

/** PostgreSQL of each kind that the platform fills, below `parent`: whoever waits for it waits for databases and Secrets. */
export const createDatabase = (name: string, args: DatabaseBackendArgs, parent: ComponentResource): DatabaseBackend => {
  const { database, namespace, authority, image, scrapedFrom } = args;
  const child = { parent };
  switch (database.kind) {
    case "plain": {
      const { adminSecret } = new PostgresServer(`${name}-postgres`, { database, namespace, image, authority }, child);
      const address = ownAddress(database);
      const admin = { user: "postgres", database: "postgres" };
      return new PostgresProvisioning(
        `${name}-databases`,
        { database, address, namespace, image, admin, adminSecret },
        child,
      );
    }
    case "managed": {
      const { managed: server } = args;
      if (server === undefined) throw new Error("a database of kind managed needs the server that a cloud runs");
      return new ManagedPostgres(`${name}-postgres`, { database, server, namespace, image }, child);
    }
    case "cnpg": {
      // Its webhooks answer the apiserver, so nothing is denied here.
      const home = new RestrictedNamespace(
        `${name}-${cnpgNamespace}`,
        { namespace: cnpgNamespace, denyIngress: false },
        child,
      );
      const operator = new CnpgOperator(
        `${name}-postgres-operator`,
        { namespace: home.namespaceName, ...args.cnpg },
        child,
      );
      const archiver =
        database.backup === undefined
          ? undefined
          : new BarmanPlugin(
              `${name}-postgres-backups`,
              { namespace: home.namespaceName, ...args.barman, authority, operator },
              child,
            );
      return new CnpgCluster(
        `${name}-postgres`,
        { database, namespace, authority, operator, archiver, scrapedFrom },
        child,
      );
    }
  }
};
