import type { ObservabilitySpec } from "../observability/observability.ts";
import { prometheusPort } from "../observability/prometheus.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { OperatorChart } from "./operator-chart.ts";
import { reserved } from "./operator-chart.ts";
import type { ChartVersions } from "./operator-charts.ts";

/** Selectors by which the chart's own Prometheus takes up the platform's objects, in every namespace. */
const selectors = ({ labels }: ObservabilitySpec) => {
  const selector = { matchLabels: labels };
  return {
    podMonitorSelector: selector,
    serviceMonitorSelector: selector,
    ruleSelector: selector,
    podMonitorNamespaceSelector: {},
    serviceMonitorNamespaceSelector: {},
    ruleNamespaceSelector: {},
  };
};

/**
 * kube-prometheus-stack with the operator, and only what the platform has not itself: a Prometheus where it has none, a
 * Grafana where it makes dashboards. Keys as in the chart's own values.yaml.
 */
export const prometheusOperatorChart = (
  platform: PlatformSpec,
  observability: ObservabilitySpec,
  versions: ChartVersions,
): OperatorChart => {
  const own = observability.prometheus !== undefined;
  const [dashboardLabel] = Object.entries(observability.dashboards ?? {});
  return {
    release: "prometheus-operator",
    // Where the apps let a Prometheus at their metrics.
    namespace: platform.tracing.namespace,
    restricted: true,
    chart: "kube-prometheus-stack",
    repository: "https://prometheus-community.github.io/helm-charts",
    version: versions["kube-prometheus-stack"],
    after: [],
    values: {
      crds: { enabled: true },
      defaultRules: { create: false },
      alertmanager: { enabled: false },
      kubeStateMetrics: { enabled: false },
      nodeExporter: { enabled: false },
      ...Object.fromEntries(
        [
          ...["kubeApiServer", "kubelet", "kubeControllerManager", "coreDns", "kubeDns"],
          ...["kubeEtcd", "kubeScheduler", "kubeProxy"],
        ].map((part) => [part, { enabled: false }]),
      ),
      grafana:
        dashboardLabel === undefined
          ? { enabled: false }
          : {
              enabled: true,
              defaultDashboardsEnabled: false,
              sidecar: {
                dashboards: { enabled: true, label: dashboardLabel[0], labelValue: dashboardLabel[1] },
                // The Service that the operator makes for every Prometheus of the namespace.
                datasources: { url: `http://prometheus-operated.${platform.tracing.namespace}:${prometheusPort}/` },
              },
            },
      prometheus: own ? { enabled: false } : { enabled: true, prometheusSpec: selectors(observability) },
      prometheusOperator: {
        admissionWebhooks: { enabled: false },
        tls: { enabled: false },
        kubeletService: { enabled: false },
        serviceMonitor: { selfMonitor: false },
        resources: reserved("50m", "128Mi"),
      },
    },
  };
};
