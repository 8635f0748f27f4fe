import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { interpolate, secret, type CustomResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { caMountPath } from "../model/dapr/sidecar.ts";
import {
  connectionStringKey,
  postgresHost,
  postgresPort,
  type DatabaseOwner,
  type OwnDatabaseSpec,
} from "../model/database.ts";

/** Where apps and sidecars reach a PostgreSQL server, and by which CA they know it. */
export interface PostgresAddress {
  readonly host: Input<string>;
  readonly port: Input<number>;
  /** Key of the Secret with the platform's CA that holds the server's, PEM. */
  readonly caKey: string;
}

/** Address of a server in the cluster, whose certificate the platform's own CA signs. */
export const ownAddress = (database: OwnDatabaseSpec): PostgresAddress => ({
  host: postgresHost(database),
  port: postgresPort,
  caKey: "ca.crt",
});

/** An owner's connection string, a secret; whoever uses it checks the server's certificate and its name. */
export const connectionString = (
  { host, port, caKey }: PostgresAddress,
  { role, database }: DatabaseOwner,
  password: Input<string> | undefined,
): Output<string> =>
  secret(
    interpolate`postgresql://${role}:${password}@${host}:${port}/${database}?sslmode=verify-full&sslrootcert=${caMountPath}/${caKey}`,
  );

/** The Secret with an owner's connection string. */
export const connectionSecret = (
  name: string,
  owner: DatabaseOwner,
  { namespace, url }: { readonly namespace: Input<string>; readonly url: Input<string> },
  options: CustomResourceOptions,
): Secret =>
  new Secret(
    name,
    { metadata: { name: owner.secret, namespace }, stringData: { [connectionStringKey]: url } },
    options,
  );
