import type { ComponentResource, Input } from "@pulumi/pulumi";
import type { OwnDatabaseSpec } from "../model/database.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { CnpgCluster } from "./cnpg-cluster.ts";
import { cnpgNamespace, CnpgOperator } from "./cnpg-operator.ts";
import type { ChartSource } from "./dapr-control-plane.ts";
import { PostgresProvisioning } from "./postgres-provisioning.ts";
import { PostgresServer } from "./postgres-server.ts";
import { RestrictedNamespace } from "./restricted-namespace.ts";

/** Arguments of {@link createDatabase}. */
export interface DatabaseBackendArgs {
  readonly database: OwnDatabaseSpec;
  readonly namespace: Input<string>;
  readonly authority: CertificateAuthority;
  /** Namespace of the Prometheus that reads metrics of kind `cnpg`. @default nobody may */
  readonly scrapedFrom?: string | undefined;
  /** Image of the one server of kind `plain`. */
  readonly image: string;
  /** Where CloudNativePG's operator comes from, for kind `cnpg`. */
  readonly cnpg: { readonly chart: ChartSource; readonly version: string };
}

/** The platform's own PostgreSQL of either kind, below `parent`: whoever waits for it waits for databases and Secrets. */
export const createDatabase = (
  name: string,
  args: DatabaseBackendArgs,
  parent: ComponentResource,
): PostgresProvisioning | CnpgCluster => {
  const { database, namespace, authority, image, scrapedFrom } = args;
  const child = { parent };
  switch (database.kind) {
    case "plain": {
      const { adminSecret } = new PostgresServer(`${name}-postgres`, { database, namespace, image, authority }, child);
      return new PostgresProvisioning(`${name}-databases`, { database, namespace, image, adminSecret }, child);
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
      return new CnpgCluster(`${name}-postgres`, { database, namespace, authority, operator, scrapedFrom }, child);
    }
  }
};
