import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import {
  all,
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import type { CertificateAuthority } from "./certificate-authority.ts";
import type { ChartSource } from "./dapr-control-plane.ts";

/** Service of the plugin; its server's certificate names it. Source: chart plugin-barman-cloud, values.yaml. */
const service = "barman-cloud";

/** Arguments of {@link BarmanPlugin}. */
export interface BarmanPluginArgs {
  /** Namespace of CloudNativePG's operator, which looks for plugins there only. */
  readonly namespace: Input<string>;
  readonly chart: ChartSource;
  /** Version of the chart, which is not the plugin's. */
  readonly version: string;
  /** Signs the certificates by which operator and plugin know each other, in place of cert-manager. */
  readonly authority: CertificateAuthority;
  /** CloudNativePG's operator, which must be ready. */
  readonly operator: Resource;
}

/**
 * The plugin of CloudNativePG that makes backups, from its own chart; kind ObjectStore comes with it. Costs one pod of
 * 128 MiB, and a container beside each server that has backups; exposes port 9090 inside its namespace.
 *
 * @example new BarmanPlugin("postgres-backups", { namespace, chart: { repository }, version: "0.8.0", authority, operator });
 */
export class BarmanPlugin extends ComponentResource {
  /** Name of the release, known once the plugin answers. */
  readonly ready: Output<string>;

  constructor(name: string, args: BarmanPluginArgs, options?: ComponentResourceOptions) {
    super("todo-platform:database:BarmanPlugin", name, {}, options);
    const { namespace, chart, version, authority, operator } = args;
    const certificates = (["server", "client"] as const).map((side) => {
      const tls = authority.issue(`${service}-${side}`, [service]);
      return new Secret(
        `${name}-${side}`,
        {
          metadata: { name: `${service}-${side}-tls`, namespace },
          type: "kubernetes.io/tls",
          stringData: {
            // Each side trusts what stands in the other's file, and the operator reads it once: with the CA in it, it goes
            // on when a certificate is renewed.
            "tls.crt": all([tls.certificate, authority.certificate]).apply((chain) => chain.join("")),
            "tls.key": tls.privateKey,
          },
        },
        { parent: this },
      );
    });
    const release = new Release(
      `${name}-release`,
      {
        name: "plugin-barman-cloud",
        namespace,
        ...("folder" in chart
          ? { chart: chart.folder }
          : { chart: "plugin-barman-cloud", version, repositoryOpts: { repo: chart.repository } }),
        values: {
          certificate: { createClientCertificate: false, createServerCertificate: false },
          resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { cpu: "500m", memory: "128Mi" } },
        },
        timeout: 600,
      },
      { parent: this, dependsOn: [operator, ...certificates] },
    );
    this.ready = release.name;
    this.registerOutputs({ ready: this.ready });
  }
}
