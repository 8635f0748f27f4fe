import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { interpolate, type CustomResourceOptions, type Input } from "@pulumi/pulumi";
import { caMountPath } from "../model/dapr/sidecar.ts";
import {
  connectionStringKey,
  postgresHost,
  postgresPort,
  type DatabaseOwner,
  type OwnDatabaseSpec,
} from "../model/database.ts";

/** The Secret with an owner's connection string, which checks the server's certificate by the platform's CA. */
export const connectionSecret = (
  name: string,
  database: OwnDatabaseSpec,
  owner: DatabaseOwner,
  { namespace, password }: { readonly namespace: Input<string>; readonly password: Input<string> | undefined },
  options: CustomResourceOptions,
): Secret => {
  const url = interpolate`postgresql://${owner.role}:${password}@${postgresHost(database)}:${postgresPort}/${owner.database}?sslmode=verify-full&sslrootcert=${caMountPath}/ca.crt`;
  return new Secret(
    name,
    { metadata: { name: owner.secret, namespace }, stringData: { [connectionStringKey]: url } },
    options,
  );
};
