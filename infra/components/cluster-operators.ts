import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Resource } from "@pulumi/pulumi";
import { toEnvoyGatewayClass } from "../model/operators/envoy-gateway-chart.ts";
import type { OperatorChart } from "../model/operators/operator-chart.ts";
import { prometheusPort } from "../model/observability/prometheus.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { GatewayClass } from "../resources/gateway.ts";
import { RestrictedNamespace } from "./restricted-namespace.ts";

/** Arguments of {@link ClusterOperators}. */
export interface ClusterOperatorsArgs {
  readonly platform: PlatformSpec;
  readonly charts: readonly OperatorChart[];
  /** Namespaces that the platform makes itself: name -> the same, known once it exists. */
  readonly namespaces: Readonly<Record<string, Input<string>>>;
  /** Merged last into a chart's values, by release, for what the model does not know. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * The operators that the platform's objects are for, each from its pinned chart and in a namespace of its own. Their CRDs
 * come with the charts. Costs one to three pods for each; a gateway's controller exposes ports 80 and 443.
 *
 * @example new ClusterOperators("operators", { platform, charts: operatorCharts(platform, versions.charts), namespaces });
 */
export class ClusterOperators extends ComponentResource {
  /** What the objects of an operator wait for. */
  readonly ready: readonly Resource[];

  constructor(name: string, args: ClusterOperatorsArgs, options?: ComponentResourceOptions) {
    super("todo-platform:cluster:ClusterOperators", name, {}, options);
    const releases = new Map<string, Release>();
    for (const chart of args.charts) {
      const before = chart.after.flatMap((release) => releases.get(release) ?? []);
      releases.set(chart.release, this.#release(name, args, chart, before));
    }
    this.ready = [...releases.values(), ...this.#gatewayClass(name, args, releases)];
    this.#grafana(name, args);
    this.registerOutputs({});
  }

  #namespace(
    name: string,
    { namespaces }: ClusterOperatorsArgs,
    { namespace, restricted }: OperatorChart,
  ): Input<string> {
    const known = namespaces[namespace];
    if (known !== undefined) return known;
    if (restricted)
      // Its webhooks answer the apiserver, so nothing is denied here.
      return new RestrictedNamespace(`${name}-${namespace}`, { namespace, denyIngress: false }, { parent: this })
        .namespaceName;
    return new Namespace(`${name}-${namespace}`, { metadata: { name: namespace } }, { parent: this }).metadata.name;
  }

  #release(name: string, args: ClusterOperatorsArgs, chart: OperatorChart, dependsOn: Release[]): Release {
    return new Release(
      `${name}-${chart.release}-release`,
      {
        name: chart.release,
        namespace: this.#namespace(name, args, chart),
        chart: chart.chart,
        version: chart.version,
        ...(chart.repository === undefined ? {} : { repositoryOpts: { repo: chart.repository } }),
        values: { ...chart.values, ...args.values?.[chart.release] },
        timeout: 600,
      },
      { parent: this, dependsOn },
    );
  }

  #gatewayClass(name: string, { platform }: ClusterOperatorsArgs, releases: Map<string, Release>): Resource[] {
    const envoy = releases.get("envoy-gateway");
    if (platform.gateway === undefined || envoy === undefined) return [];
    const manifest = toEnvoyGatewayClass(platform.gateway);
    return [new GatewayClass(`${name}-class`, { manifest }, { parent: this, dependsOn: [envoy] })];
  }

  /** Grafana runs beside Prometheus, in a namespace that lets nobody in otherwise. */
  #grafana(name: string, { platform, namespaces }: ClusterOperatorsArgs): void {
    const { observability, tracing } = platform;
    if (observability?.dashboards === undefined) return;
    new NetworkPolicy(
      `${name}-grafana`,
      {
        metadata: { name: "grafana-to-prometheus", namespace: namespaces[tracing.namespace] ?? tracing.namespace },
        spec: {
          podSelector: { matchLabels: { "app.kubernetes.io/name": "prometheus" } },
          ingress: [
            {
              from: [{ podSelector: { matchLabels: { "app.kubernetes.io/name": "grafana" } } }],
              ports: [{ port: prometheusPort }],
            },
          ],
        },
      },
      { parent: this },
    );
  }
}
