import { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { rabbitmqHost, rabbitmqPort, rabbitmqUsername, type PlainRabbitmqSpec } from "../model/rabbitmq.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { containerSecurity } from "./pod-defaults.ts";
import {
  rabbitmqDefinitions,
  rabbitmqFiles,
  rabbitmqFilesChecksum,
  rabbitmqMemoryLimit,
  rabbitmqUser,
  rabbitmqVariables,
} from "./rabbitmq-files.ts";
import { serverAccess } from "./server-access.ts";
import { singleServerSpec } from "./single-server-spec.ts";

/** Arguments of {@link RabbitmqServer}. */
export interface RabbitmqServerArgs {
  readonly rabbitmq: PlainRabbitmqSpec;
  readonly topology: PlatformSpec["topology"];
  readonly namespace: Input<string>;
  readonly image: string;
  readonly authority: CertificateAuthority;
}

/**
 * One RabbitMQ server for development: TLS only, one user without administration, the topology's exchanges and queues.
 * Costs one pod with the given memory and half as much more; exposes port 5671 inside its namespace.
 *
 * @example new RabbitmqServer("rabbitmq", { rabbitmq, topology, namespace, image, authority });
 */
export class RabbitmqServer extends ComponentResource {
  /** Secret with the user for components; known once the server is ready. */
  readonly secret: Output<string>;

  constructor(name: string, args: RabbitmqServerArgs, options?: ComponentResourceOptions) {
    super("todo-platform:messages:RabbitmqServer", name, {}, options);
    const { rabbitmq, topology, namespace, authority } = args;
    const child = { parent: this };
    const metadata = { name: rabbitmq.name, namespace };
    const { labels } = serverAccess(name, { name: rabbitmq.name, namespace, port: rabbitmqPort }, this);
    const { result: password } = new RandomPassword(`${name}-password`, { length: 48, special: false }, child);
    const tls = authority.issue(rabbitmq.name, [rabbitmqHost(rabbitmq), `${rabbitmq.name}.${rabbitmq.namespace}.svc`]);
    const config = new ConfigMap(`${name}-config`, { metadata, data: rabbitmqFiles(rabbitmq) }, child);
    const credentials = new Secret(
      `${name}-credentials`,
      {
        metadata,
        stringData: {
          "definitions.json": password.apply((value) => JSON.stringify(rabbitmqDefinitions(topology, value))),
          "tls.crt": tls.certificate,
          "tls.key": tls.privateKey,
          "ca.crt": authority.certificate,
        },
      },
      child,
    );
    const server = this.#createServer(name, args, labels, config.metadata.name, credentials.metadata.name);
    const secret = new Secret(
      `${name}-secret`,
      { metadata: { name: rabbitmq.secret, namespace }, stringData: { username: rabbitmqUsername, password } },
      { ...child, dependsOn: [server] },
    );
    this.secret = secret.metadata.name;
    this.registerOutputs({ secret: this.secret });
  }

  #createServer(
    name: string,
    { rabbitmq, topology, namespace, image }: RabbitmqServerArgs,
    labels: Record<string, string>,
    config: Output<string>,
    secret: Output<string>,
  ): StatefulSet {
    // Its own tools would start another Erlang for each question.
    const open = { tcpSocket: { port: rabbitmqPort }, timeoutSeconds: 5 };
    const container = {
      name: "rabbitmq",
      image,
      command: ["rabbitmq-server"],
      env: Object.entries(rabbitmqVariables).map(([variable, value]) => ({ name: variable, value })),
      ports: [{ name: "rabbitmq", containerPort: rabbitmqPort }],
      readinessProbe: { ...open, periodSeconds: 5, failureThreshold: 30 },
      livenessProbe: { ...open, initialDelaySeconds: 120, periodSeconds: 20, failureThreshold: 6 },
      resources: {
        requests: { cpu: "50m", memory: rabbitmq.memory },
        limits: { cpu: "1", memory: rabbitmqMemoryLimit(rabbitmq) },
      },
      securityContext: containerSecurity,
      volumeMounts: [
        { name: "data", mountPath: "/data" },
        { name: "config", mountPath: "/etc/rabbitmq-config", readOnly: true },
        { name: "credentials", mountPath: "/etc/rabbitmq-credentials", readOnly: true },
        { name: "tmp", mountPath: "/tmp" },
      ],
    };
    const spec = singleServerSpec({
      name: rabbitmq.name,
      labels,
      checksum: rabbitmqFilesChecksum(rabbitmq, topology),
      user: rabbitmqUser,
      storage: rabbitmq.storage,
      config,
      secret,
      container,
      volumes: [],
    });
    return new StatefulSet(`${name}-server`, { metadata: { name: rabbitmq.name, namespace }, spec }, { parent: this });
  }
}
