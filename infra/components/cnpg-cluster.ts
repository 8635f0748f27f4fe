import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { toObjectStoreManifest } from "../model/cnpg/archive.ts";
import {
  roleSecret,
  serverCaSecret,
  serverSecret,
  toClusterManifest,
  toDatabaseManifest,
  toScheduledBackupManifest,
} from "../model/cnpg/manifests.ts";
import { postgresHost, postgresPort, type CnpgDatabaseSpec } from "../model/database.ts";
import { PostgresCluster, PostgresDatabase, PostgresObjectStore, PostgresScheduledBackup } from "../resources/cnpg.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { cnpgNamespace } from "./cnpg-operator.ts";
import { connectionSecret, connectionString, ownAddress } from "./connection-secret.ts";

/** Ports of an instance besides PostgreSQL's: what the operator asks it, and its metrics. */
const statusPort = 8000;
/** Port of the exporter that each server brings along. Source: cloudnative-pg pkg/management/url. */
const metricsPort = 9187;

/** Arguments of {@link CnpgCluster}. */
export interface CnpgClusterArgs {
  readonly database: CnpgDatabaseSpec;
  readonly namespace: Input<string>;
  readonly authority: CertificateAuthority;
  /** Namespace of the Prometheus that reads the servers' metrics. @default nobody may */
  readonly scrapedFrom?: string | undefined;
  /** CloudNativePG's operator, which must be ready. */
  readonly operator: Resource;
  /** The plugin that makes its backups, likewise. @default nothing is backed up */
  readonly archiver?: Resource | undefined;
}

/**
 * PostgreSQL by the CloudNativePG operator: a primary with replicas that take over, a role, a database and a Secret with
 * the connection string for each owner, backups to an object store. Costs a pod and a volume for each instance; exposes
 * port 5432 inside its namespace. Databases stay when their objects are removed.
 *
 * @example new CnpgCluster("postgres", { database, namespace, authority, operator });
 */
export class CnpgCluster extends ComponentResource {
  /** Connection string of each owner's Secret, a secret. */
  readonly connections: Readonly<Record<string, Output<string>>>;

  constructor(name: string, args: CnpgClusterArgs, options?: ComponentResourceOptions) {
    super("todo-platform:database:CnpgCluster", name, {}, options);
    const { database, namespace, operator, archiver } = args;
    const child = { parent: this };
    const archive = this.#archive(name, args);
    const passwords = new Map(
      database.owners.map(({ role }) => [
        role,
        new RandomPassword(`${name}-${role}-password`, { length: 32, special: false }, child).result,
      ]),
    );
    const roles = database.owners.map(
      ({ role }) =>
        new Secret(
          `${name}-${role}-role`,
          {
            metadata: { name: roleSecret(database, role), namespace, labels: { "cnpg.io/reload": "true" } },
            type: "kubernetes.io/basic-auth",
            stringData: { username: role, password: passwords.get(role) ?? "" },
          },
          child,
        ),
    );
    const certificates = this.#certificates(name, args);
    this.#allowTraffic(name, args);
    const cluster = new PostgresCluster(
      `${name}-cluster`,
      { manifest: toClusterManifest(database), namespace },
      {
        ...child,
        dependsOn: [operator, ...(archiver === undefined ? [] : [archiver]), ...archive, ...roles, ...certificates],
      },
    );
    const urls = database.owners.map(
      (owner) => [owner, connectionString(ownAddress(database), owner, passwords.get(owner.role))] as const,
    );
    this.connections = Object.fromEntries(urls.map(([{ secret }, url]) => [secret, url]));
    for (const [owner, url] of urls) {
      const made = new PostgresDatabase(
        `${name}-${owner.database}`,
        { manifest: toDatabaseManifest(database, owner), namespace },
        { ...child, dependsOn: [cluster] },
      );
      connectionSecret(`${name}-${owner.role}-connection`, owner, { namespace, url }, { ...child, dependsOn: [made] });
    }
    const manifest = toScheduledBackupManifest(database);
    if (manifest !== undefined)
      new PostgresScheduledBackup(`${name}-backup`, { manifest, namespace }, { ...child, dependsOn: [cluster] });
    this.registerOutputs({});
  }

  /** The store of its backups, which each server looks for at its start. */
  #archive(name: string, { database, namespace, archiver }: CnpgClusterArgs): PostgresObjectStore[] {
    const manifest = toObjectStoreManifest(database);
    if (manifest === undefined) return [];
    const dependsOn = archiver === undefined ? [] : [archiver];
    return [new PostgresObjectStore(`${name}-store`, { manifest, namespace }, { parent: this, dependsOn })];
  }

  #certificates(name: string, { database, namespace, authority }: CnpgClusterArgs): Secret[] {
    const child = { parent: this };
    const { name: cluster, namespace: home } = database;
    const tls = authority.issue(cluster, [
      postgresHost(database),
      ...["rw", "r", "ro"].map((service) => `${cluster}-${service}.${home}.svc`),
    ]);
    const reload = { "cnpg.io/reload": "true" };
    return [
      new Secret(
        `${name}-server`,
        {
          metadata: { name: serverSecret(database), namespace, labels: reload },
          type: "kubernetes.io/tls",
          stringData: { "tls.crt": tls.certificate, "tls.key": tls.privateKey },
        },
        child,
      ),
      new Secret(
        `${name}-server-ca`,
        {
          metadata: { name: serverCaSecret(database), namespace, labels: reload },
          stringData: { "ca.crt": authority.certificate },
        },
        child,
      ),
    ];
  }

  #allowTraffic(name: string, { database, namespace, scrapedFrom }: CnpgClusterArgs): void {
    const operator = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": cnpgNamespace } } };
    new NetworkPolicy(
      `${name}-clients`,
      {
        metadata: { name: `${database.name}-clients`, namespace },
        spec: {
          podSelector: { matchLabels: { "cnpg.io/cluster": database.name } },
          ingress: [
            { from: [{ podSelector: {} }], ports: [{ port: postgresPort }] },
            { from: [operator], ports: [{ port: statusPort }, { port: postgresPort }] },
            {
              from: [{ podSelector: { matchLabels: { "cnpg.io/cluster": database.name } } }],
              ports: [{ port: statusPort }],
            },
            ...(scrapedFrom === undefined
              ? []
              : [
                  {
                    from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": scrapedFrom } } }],
                    ports: [{ port: metricsPort }],
                  },
                ]),
          ],
        },
      },
      { parent: this },
    );
  }
}
