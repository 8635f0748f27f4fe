import { checksum } from "../model/checksum.ts";
import { Job } from "@pulumi/kubernetes/batch/v1/job.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, interpolate, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import type { ManagedDatabaseSpec, PlainDatabaseSpec } from "../model/database.ts";
import { connectionSecret, connectionString, type PostgresAddress } from "./connection-secret.ts";
import { containerSecurity, podSecurity, replaceUnready } from "./pod-defaults.ts";
import { postgresUser, rolePasswordsPath, toProvisioningSql } from "./postgres-files.ts";

/** Arguments of {@link PostgresProvisioning}. */
export interface PostgresProvisioningArgs {
  readonly database: PlainDatabaseSpec | ManagedDatabaseSpec;
  readonly address: PostgresAddress;
  readonly namespace: Input<string>;
  readonly image: string;
  /** Who makes roles and databases, and the database that exists to say so in. */
  readonly admin: { readonly user: Input<string>; readonly database: string };
  /** Secret with the admin's password and the CA; known once the server is ready. */
  readonly adminSecret: Input<string>;
}

/**
 * A role and a database for each owner, made by a Job that is named by what it makes, and a Secret with each one's
 * connection string. Costs a short Job; exposes nothing.
 *
 * @example new PostgresProvisioning("databases", { database, address, namespace, image, admin, adminSecret });
 */
export class PostgresProvisioning extends ComponentResource {
  /** Names of the Secrets with the connection strings; known once the databases exist. */
  readonly secrets: Output<string[]>;
  /** Connection string of each Secret, a secret. */
  readonly connections: Readonly<Record<string, Output<string>>>;

  constructor(name: string, args: PostgresProvisioningArgs, options?: ComponentResourceOptions) {
    super("todo-platform:database:PostgresProvisioning", name, {}, options);
    const { database, namespace } = args;
    const child = { parent: this };
    const passwords = Object.fromEntries(
      database.owners.map(({ role }) => [
        role,
        new RandomPassword(`${name}-${role}-password`, { length: 32, special: false }, child).result,
      ]),
    );
    const sql = toProvisioningSql(database.owners, database.kind === "plain" ? "superuser" : "creator");
    const job = `${database.name}-provision-${checksum(sql, 10)}`;
    const roles = new Secret(
      `${name}-roles`,
      { metadata: { name: `${database.name}-roles`, namespace }, stringData: passwords },
      child,
    );
    const script = new ConfigMap(
      `${name}-script`,
      { metadata: { name: job, namespace }, data: { "provision.sql": sql } },
      child,
    );
    const done = this.#run(name, args, job, script.metadata.name, roles.metadata.name);
    const urls = database.owners.map(
      (owner) => [owner, connectionString(args.address, owner, passwords[owner.role])] as const,
    );
    const secrets = urls.map(([owner, url]) =>
      connectionSecret(`${name}-${owner.role}-connection`, owner, { namespace, url }, { ...child, dependsOn: [done] }),
    );
    this.connections = Object.fromEntries(urls.map(([{ secret }, url]) => [secret, url]));
    this.secrets = interpolate`${secrets[0]?.metadata.name}`.apply(() => database.owners.map((owner) => owner.secret));
    this.registerOutputs({ secrets: this.secrets });
  }

  #run(name: string, args: PostgresProvisioningArgs, job: string, script: Output<string>, roles: Output<string>): Job {
    const { address, admin, namespace, image, adminSecret } = args;
    const container = {
      name: "provision",
      image,
      command: [
        "/bin/sh",
        "-c",
        'PGPASSWORD="$(cat /etc/postgres-credentials/password)" exec psql --no-psqlrc --file=/etc/postgres-scripts/provision.sql',
      ],
      env: [
        { name: "PGHOST", value: address.host },
        { name: "PGPORT", value: interpolate`${address.port}` },
        { name: "PGUSER", value: admin.user },
        { name: "PGDATABASE", value: admin.database },
        { name: "PGSSLMODE", value: "verify-full" },
        { name: "PGSSLROOTCERT", value: "/etc/postgres-credentials/ca.crt" },
        { name: "PGCONNECT_TIMEOUT", value: "10" },
      ],
      resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { cpu: "1", memory: "256Mi" } },
      securityContext: containerSecurity,
      volumeMounts: [
        { name: "script", mountPath: "/etc/postgres-scripts", readOnly: true },
        { name: "credentials", mountPath: "/etc/postgres-credentials", readOnly: true },
        { name: "roles", mountPath: rolePasswordsPath, readOnly: true },
      ],
    };
    return new Job(
      `${name}-job`,
      {
        metadata: { name: job, namespace, ...replaceUnready },
        spec: {
          backoffLimit: 6,
          activeDeadlineSeconds: 300,
          template: {
            spec: {
              restartPolicy: "Never",
              automountServiceAccountToken: false,
              enableServiceLinks: false,
              securityContext: podSecurity(postgresUser),
              containers: [container],
              volumes: [
                { name: "script", configMap: { name: script } },
                { name: "credentials", secret: { secretName: adminSecret, defaultMode: 0o440 } },
                { name: "roles", secret: { secretName: roles, defaultMode: 0o440 } },
              ],
            },
          },
        },
      },
      { parent: this },
    );
  }
}
