import { StatefulSet } from "@pulumi/kubernetes/apps/v1/statefulSet.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { etcdClient, etcdHost, etcdPort, type PlainEtcdSpec } from "../model/etcd.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { etcdFiles, etcdFilesChecksum, etcdHealthPort, etcdMemoryLimit, etcdUser } from "./etcd-files.ts";
import { containerSecurity } from "./pod-defaults.ts";
import { serverAccess } from "./server-access.ts";
import { singleServerSpec } from "./single-server-spec.ts";

/** Arguments of {@link EtcdServer}. */
export interface EtcdServerArgs {
  readonly etcd: PlainEtcdSpec;
  readonly namespace: Input<string>;
  readonly image: string;
  readonly authority: CertificateAuthority;
}

/**
 * One etcd server for development: TLS only, clients only with the certificate that it issues, everything on its volume.
 * Costs one pod with twice the memory of its quota; exposes port 2379 inside its namespace.
 *
 * @example new EtcdServer("etcd", { etcd, namespace, image, authority });
 */
export class EtcdServer extends ComponentResource {
  /** Secret with the clients' certificate for components; known once the server is ready. */
  readonly secret: Output<string>;

  constructor(name: string, args: EtcdServerArgs, options?: ComponentResourceOptions) {
    super("todo-platform:state:EtcdServer", name, {}, options);
    const { etcd, namespace, authority } = args;
    const child = { parent: this };
    const metadata = { name: etcd.name, namespace };
    const { labels } = serverAccess(name, { name: etcd.name, namespace, port: etcdPort }, this);
    const tls = authority.issue(etcd.name, [etcdHost(etcd), `${etcd.name}.${etcd.namespace}.svc`, "localhost"]);
    const client = authority.issue(`${etcd.name}-client`, [etcdClient(etcd)]);
    const config = new ConfigMap(`${name}-config`, { metadata, data: etcdFiles(etcd) }, child);
    const credentials = new Secret(
      `${name}-credentials`,
      {
        metadata,
        stringData: { "tls.crt": tls.certificate, "tls.key": tls.privateKey, "ca.crt": authority.certificate },
      },
      child,
    );
    const server = this.#createServer(name, args, labels, config.metadata.name, credentials.metadata.name);
    const secret = new Secret(
      `${name}-secret`,
      {
        metadata: { name: etcd.secret, namespace },
        stringData: { "ca.crt": authority.certificate, "tls.crt": client.certificate, "tls.key": client.privateKey },
      },
      { ...child, dependsOn: [server] },
    );
    this.secret = secret.metadata.name;
    this.registerOutputs({ secret: this.secret });
  }

  #createServer(
    name: string,
    { etcd, namespace, image }: EtcdServerArgs,
    labels: Record<string, string>,
    config: Output<string>,
    secret: Output<string>,
  ): StatefulSet {
    const probe = (path: string) => ({ httpGet: { path, port: etcdHealthPort } });
    const container = {
      name: "etcd",
      image,
      command: ["etcd", "--config-file=/etc/etcd-config/etcd.yaml"],
      ports: [{ name: "etcd", containerPort: etcdPort }],
      readinessProbe: { ...probe("/readyz"), periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 30 },
      livenessProbe: { ...probe("/livez"), initialDelaySeconds: 60, periodSeconds: 10, timeoutSeconds: 5 },
      resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { cpu: "1", memory: etcdMemoryLimit(etcd) } },
      securityContext: containerSecurity,
      volumeMounts: [
        { name: "data", mountPath: "/data" },
        { name: "config", mountPath: "/etc/etcd-config", readOnly: true },
        { name: "credentials", mountPath: "/etc/etcd-credentials", readOnly: true },
      ],
    };
    const spec = singleServerSpec({
      name: etcd.name,
      labels,
      checksum: etcdFilesChecksum(etcd),
      user: etcdUser,
      storage: etcd.storage,
      config,
      secret,
      container,
      volumes: [],
    });
    return new StatefulSet(`${name}-server`, { metadata: { name: etcd.name, namespace }, spec }, { parent: this });
  }
}
