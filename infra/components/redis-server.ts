import { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { redisHost, redisPort, type PlainRedisSpec } from "../model/redis.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { containerSecurity } from "./pod-defaults.ts";
import { memoryLimit, redisFiles, redisFilesChecksum, redisUser } from "./redis-files.ts";
import { serverAccess } from "./server-access.ts";
import { singleServerSpec } from "./single-server-spec.ts";

/** Arguments of {@link RedisServer}. */
export interface RedisServerArgs {
  readonly redis: PlainRedisSpec;
  readonly namespace: Input<string>;
  readonly image: string;
  readonly authority: CertificateAuthority;
}

/**
 * One Redis server for development: TLS only, a password, every write on its volume within a second, nothing evicted.
 * Costs one pod with the given memory and half as much more; exposes port 6379 inside its namespace.
 *
 * @example new RedisServer("redis", { redis, namespace, image, authority });
 */
export class RedisServer extends ComponentResource {
  /** Secret with the password for components; known once the server is ready. */
  readonly secret: Output<string>;

  constructor(name: string, args: RedisServerArgs, options?: ComponentResourceOptions) {
    super("todo-platform:state:RedisServer", name, {}, options);
    const { redis, namespace } = args;
    const child = { parent: this };
    const metadata = { name: redis.name, namespace };
    const { result: password } = new RandomPassword(`${name}-password`, { length: 48, special: false }, child);
    const tls = args.authority.issue(redis.name, [
      redisHost(redis),
      `${redis.name}.${redis.namespace}.svc`,
      "localhost",
    ]);
    const config = new ConfigMap(`${name}-config`, { metadata, data: redisFiles(redis) }, child);
    const credentials = new Secret(
      `${name}-credentials`,
      {
        metadata,
        stringData: {
          password,
          "tls.crt": tls.certificate,
          "tls.key": tls.privateKey,
          "ca.crt": args.authority.certificate,
        },
      },
      child,
    );
    const { labels } = serverAccess(name, { name: redis.name, namespace, port: redisPort, portName: "redis" }, this);
    const server = this.#createServer(name, args, labels, config.metadata.name, credentials.metadata.name);
    const secret = new Secret(
      `${name}-secret`,
      { metadata: { name: redis.secret, namespace }, stringData: { password } },
      { ...child, dependsOn: [server] },
    );
    this.secret = secret.metadata.name;
    this.registerOutputs({ secret: this.secret });
  }

  #createServer(
    name: string,
    { redis, namespace, image }: RedisServerArgs,
    labels: Record<string, string>,
    config: Output<string>,
    secret: Output<string>,
  ): StatefulSet {
    const ready = { exec: { command: ["/bin/sh", "/etc/redis-config/ready.sh"] } };
    const container = {
      name: "redis",
      image,
      command: ["/bin/sh", "/etc/redis-config/start.sh"],
      ports: [{ name: "redis", containerPort: redisPort }],
      readinessProbe: { ...ready, periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 30 },
      livenessProbe: { ...ready, initialDelaySeconds: 60, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
      resources: { requests: { cpu: "50m", memory: redis.memory }, limits: { cpu: "1", memory: memoryLimit(redis) } },
      securityContext: containerSecurity,
      volumeMounts: [
        { name: "data", mountPath: "/data" },
        { name: "config", mountPath: "/etc/redis-config", readOnly: true },
        { name: "credentials", mountPath: "/etc/redis-credentials", readOnly: true },
        { name: "tmp", mountPath: "/tmp" },
      ],
    };
    const server = {
      name: redis.name,
      labels,
      checksum: redisFilesChecksum(redis),
      user: redisUser,
      storage: redis.storage,
      config,
      secret,
      container,
      volumes: [],
    };
    return new StatefulSet(
      `${name}-server`,
      { metadata: { name: redis.name, namespace }, spec: singleServerSpec(server) },
      { parent: this },
    );
  }
}
