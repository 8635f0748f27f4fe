import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { ComponentResource, interpolate, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import { kafkaPort, type PlainKafkaSpec } from "../model/kafka.ts";
import type { Size } from "../model/units.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { brokerFiles, brokerFilesChecksum, kafkaUser } from "./kafka-broker-files.ts";
import { containerSecurity, withoutAwait } from "./pod-defaults.ts";
import { singleServerSpec } from "./single-server-spec.ts";

/** Arguments of {@link KafkaCluster}. */
export interface KafkaClusterArgs {
  readonly kafka: PlainKafkaSpec;
  /** Largest event; the broker takes a little more, for what is around it. */
  readonly maxMessageSize: Size;
  readonly namespace: Input<string>;
  readonly image: string;
  readonly authority: CertificateAuthority;
  /** Namespace whose pods may connect. */
  readonly clientNamespace: string;
}

/**
 * Apache Kafka in KRaft mode with one broker: SASL_SSL with SCRAM-SHA-512, ACLs, no automatic topics.
 * Costs one pod with the given heap plus about 150 MB, and one volume; exposes port 9092 inside the cluster.
 *
 * @example new KafkaCluster("kafka", { kafka, maxMessageSize: "1Mi", namespace, image, authority, clientNamespace });
 */
export class KafkaCluster extends ComponentResource {
  /** Secret with `password` of user `admin` and `ca.crt`, for the Job that makes topics and users. */
  readonly adminSecret: Output<string>;
  readonly #server: StatefulSet;

  constructor(name: string, args: KafkaClusterArgs, options?: ComponentResourceOptions) {
    super("todo-platform:kafka:KafkaCluster", name, {}, options);
    const { kafka, namespace } = args;
    const cluster = kafka.cluster;
    const child = { parent: this };
    const password = new RandomPassword(`${name}-admin-password`, { length: 32, special: false }, child);
    const host = `${cluster}.${kafka.namespace}.svc.cluster.local`;
    const tls = args.authority.issue(cluster, [host, `${cluster}.${kafka.namespace}.svc`, "localhost"]);
    const config = new ConfigMap(
      `${name}-config`,
      { metadata: { name: cluster, namespace }, data: brokerFiles(kafka, args.maxMessageSize) },
      child,
    );
    const secret = new Secret(
      `${name}-credentials`,
      {
        metadata: { name: cluster, namespace },
        stringData: {
          password: password.result,
          "server.pem": interpolate`${tls.privateKey}\n${tls.certificate}`,
          "ca.crt": args.authority.certificate,
        },
      },
      child,
    );
    const labels = { "app.kubernetes.io/name": cluster };
    new Service(
      `${name}-bootstrap`,
      {
        metadata: { name: cluster, namespace, ...withoutAwait },
        spec: { selector: labels, ports: [{ name: "clients", port: kafkaPort }] },
      },
      child,
    );
    this.#allowClients(name, args, labels);
    this.#server = this.#createServer(name, args, labels, config.metadata.name, secret.metadata.name);
    // Waits for the broker, so that nobody provisions topics on one that is not there.
    this.adminSecret = interpolate`${this.#server.metadata.apply(() => secret.metadata.name)}`;
    this.registerOutputs({ adminSecret: this.adminSecret });
  }

  #allowClients(
    name: string,
    { kafka, namespace, clientNamespace }: KafkaClusterArgs,
    labels: Record<string, string>,
  ): void {
    const from = [clientNamespace, kafka.namespace].map((peer) => ({
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": peer } },
    }));
    new NetworkPolicy(
      `${name}-clients`,
      {
        metadata: { name: `${kafka.cluster}-clients`, namespace },
        spec: { podSelector: { matchLabels: labels }, ingress: [{ from, ports: [{ port: kafkaPort }] }] },
      },
      { parent: this },
    );
  }

  #createServer(
    name: string,
    { kafka, maxMessageSize, namespace, image }: KafkaClusterArgs,
    labels: Record<string, string>,
    config: Output<string>,
    secret: Output<string>,
  ): StatefulSet {
    const container = {
      name: "kafka",
      image,
      command: ["/bin/bash", "/etc/kafka-config/start.sh"],
      env: [
        { name: "KAFKA_HEAP_OPTS", value: `-Xms${kafka.heap.replace("Mi", "m")} -Xmx${kafka.heap.replace("Mi", "m")}` },
        { name: "LOG_DIR", value: "/tmp/logs" },
      ],
      ports: [{ name: "clients", containerPort: kafkaPort }],
      readinessProbe: { tcpSocket: { port: kafkaPort }, periodSeconds: 1, failureThreshold: 60 },
      livenessProbe: {
        tcpSocket: { port: kafkaPort },
        initialDelaySeconds: 60,
        periodSeconds: 10,
        failureThreshold: 6,
      },
      resources: { requests: { cpu: "150m", memory: "512Mi" }, limits: { cpu: "2", memory: "1Gi" } },
      securityContext: containerSecurity,
      volumeMounts: [
        { name: "data", mountPath: "/var/lib/kafka" },
        { name: "config", mountPath: "/etc/kafka-config", readOnly: true },
        { name: "credentials", mountPath: "/etc/kafka-credentials", readOnly: true },
        { name: "tmp", mountPath: "/tmp" },
      ],
    };
    const server = {
      name: kafka.cluster,
      labels,
      checksum: brokerFilesChecksum(kafka, maxMessageSize),
      user: kafkaUser,
      storage: kafka.storage,
      config,
      secret,
      container,
      volumes: [],
    };
    return new StatefulSet(
      `${name}-broker`,
      { metadata: { name: kafka.cluster, namespace }, spec: singleServerSpec(server) },
      { parent: this },
    );
  }
}
