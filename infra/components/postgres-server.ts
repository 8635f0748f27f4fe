import { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { postgresHost, postgresPort, type PlainDatabaseSpec } from "../model/database.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { containerSecurity } from "./pod-defaults.ts";
import { serverAccess } from "./server-access.ts";
import { singleServerSpec } from "./single-server-spec.ts";
import { postgresFiles, postgresFilesChecksum, postgresUser } from "./postgres-files.ts";

/** Arguments of {@link PostgresServer}. */
export interface PostgresServerArgs {
  readonly database: PlainDatabaseSpec;
  readonly namespace: Input<string>;
  readonly image: string;
  readonly authority: CertificateAuthority;
}

/**
 * One PostgreSQL server for development: TLS only, SCRAM-SHA-256 passwords, one volume.
 * Costs one pod (256 MiB reserved); exposes port 5432 inside its namespace.
 *
 * @example new PostgresServer("postgres", { database, namespace, image, authority });
 */
export class PostgresServer extends ComponentResource {
  /** Secret with the superuser's password and the CA; known once the server is ready. */
  readonly adminSecret: Output<string>;

  constructor(name: string, args: PostgresServerArgs, options?: ComponentResourceOptions) {
    super("todo-platform:database:PostgresServer", name, {}, options);
    const { database, namespace } = args;
    const child = { parent: this };
    const metadata = { name: database.name, namespace };
    const password = new RandomPassword(`${name}-admin-password`, { length: 32, special: false }, child);
    const tls = args.authority.issue(database.name, [
      postgresHost(database),
      `${database.name}.${database.namespace}.svc`,
      "localhost",
    ]);
    const config = new ConfigMap(`${name}-config`, { metadata, data: postgresFiles(database) }, child);
    const secret = new Secret(
      `${name}-credentials`,
      {
        metadata,
        stringData: {
          password: password.result,
          "tls.crt": tls.certificate,
          "tls.key": tls.privateKey,
          "ca.crt": args.authority.certificate,
        },
      },
      child,
    );
    const { labels } = serverAccess(
      name,
      { name: database.name, namespace, port: postgresPort, portName: "postgresql" },
      this,
    );
    const server = this.#createServer(name, args, labels, config.metadata.name, secret.metadata.name);
    this.adminSecret = server.metadata.apply(() => secret.metadata.name);
    this.registerOutputs({ adminSecret: this.adminSecret });
  }

  #createServer(
    name: string,
    { database, namespace, image }: PostgresServerArgs,
    labels: Record<string, string>,
    config: Output<string>,
    secret: Output<string>,
  ): StatefulSet {
    const ready = { exec: { command: ["pg_isready", "-q", "-h", "127.0.0.1"] } };
    const container = {
      name: "postgres",
      image,
      command: ["/bin/sh", "/etc/postgres-config/start.sh"],
      env: [{ name: "PGDATA", value: "/var/lib/postgresql/data/pgdata" }],
      ports: [{ name: "postgresql", containerPort: postgresPort }],
      readinessProbe: { ...ready, periodSeconds: 1, failureThreshold: 60 },
      livenessProbe: { ...ready, initialDelaySeconds: 60, periodSeconds: 10, failureThreshold: 6 },
      resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { cpu: "2", memory: "512Mi" } },
      securityContext: containerSecurity,
      volumeMounts: [
        { name: "data", mountPath: "/var/lib/postgresql/data" },
        { name: "config", mountPath: "/etc/postgres-config", readOnly: true },
        { name: "credentials", mountPath: "/etc/postgres-credentials", readOnly: true },
        { name: "run", mountPath: "/var/run/postgresql" },
        { name: "shm", mountPath: "/dev/shm" },
        { name: "tmp", mountPath: "/tmp" },
      ],
    };
    const volumes = [
      { name: "run", emptyDir: {} },
      { name: "shm", emptyDir: { medium: "Memory", sizeLimit: "128Mi" } },
    ];
    const server = {
      name: database.name,
      labels,
      checksum: postgresFilesChecksum(database),
      user: postgresUser,
      storage: database.storage,
      config,
      secret,
      container,
      volumes,
    };
    return new StatefulSet(
      `${name}-server`,
      { metadata: { name: database.name, namespace }, spec: singleServerSpec(server) },
      { parent: this },
    );
  }
}
