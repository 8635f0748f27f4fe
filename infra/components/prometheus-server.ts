import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { ObservabilitySpec, PrometheusSpec } from "../model/observability/observability.ts";
import { discoveryRules, prometheusName, toPrometheus } from "../model/observability/prometheus.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { Prometheus } from "../resources/monitoring.ts";

/** Arguments of {@link PrometheusServer}. */
export interface PrometheusServerArgs {
  readonly platform: PlatformSpec;
  readonly observability: ObservabilitySpec;
  readonly prometheus: PrometheusSpec;
}

/**
 * A Prometheus that the operator runs, with the right to find pods and Services in every namespace. Costs its replicas
 * (200m and 1 GiB each) and their volumes; exposes nothing outside the cluster.
 *
 * @example new PrometheusServer("prometheus", { platform, observability, prometheus });
 */
export class PrometheusServer extends ComponentResource {
  constructor(name: string, args: PrometheusServerArgs, options?: ComponentResourceOptions) {
    super("todo-platform:observability:PrometheusServer", name, {}, options);
    const { platform, observability, prometheus } = args;
    const { namespace } = platform.tracing;
    const child = { parent: this };
    const account = new ServiceAccount(`${name}-account`, { metadata: { name: prometheusName, namespace } }, child);
    const metadata = { name: `${prometheusName}-discovery` };
    const role = new ClusterRole(`${name}-discovery`, { metadata, rules: discoveryRules }, child);
    const binding = new ClusterRoleBinding(
      `${name}-discovery-binding`,
      {
        metadata,
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role.metadata.name },
        subjects: [{ kind: "ServiceAccount", name: account.metadata.name, namespace }],
      },
      child,
    );
    const manifest = toPrometheus(platform, observability, prometheus);
    new Prometheus(`${name}-server`, { manifest }, { parent: this, dependsOn: [binding] });
    this.registerOutputs({});
  }
}
