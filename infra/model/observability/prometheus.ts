import { alertGroups } from "../alerts/alert-groups.ts";
import { toRuleGroups } from "../alerts/rule-groups.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { PrometheusManifest, PrometheusRuleManifest } from "./monitoring-manifests.ts";
import type { ObservabilitySpec, PrometheusSpec } from "./observability.ts";

/** Name of the platform's own Prometheus, of its account and of its rights. */
export const prometheusName = "todo-platform";
/** What each replica of the platform's own Prometheus reserves. */
export const prometheusRequests = { cpu: "200m", memory: "1Gi" } as const;

/** Port of every Prometheus that the operator runs. */
export const prometheusPort = 9090;
/** User of the published Prometheus image (`nobody`). */
const prometheusUser = 65_534;

/** The alerts of a platform as an object of the operator, in the namespace of Prometheus. */
export const toPrometheusRule = (platform: PlatformSpec, spec: ObservabilitySpec): PrometheusRuleManifest => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: { name: "todo-platform-alerts", namespace: platform.tracing.namespace, labels: spec.labels },
  spec: { groups: toRuleGroups(alertGroups(platform, spec.alerts)) },
});

/** The platform's own Prometheus, which takes up what has the labels of the platform, in every namespace. */
export const toPrometheus = (
  platform: PlatformSpec,
  spec: ObservabilitySpec,
  own: PrometheusSpec,
): PrometheusManifest => {
  const selector = { matchLabels: spec.labels };
  const everywhere = {};
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "Prometheus",
    metadata: { name: prometheusName, namespace: platform.tracing.namespace },
    spec: {
      ...(own.version === undefined ? {} : { version: own.version }),
      replicas: own.replicas,
      retention: own.retention,
      serviceAccountName: prometheusName,
      podMonitorSelector: selector,
      podMonitorNamespaceSelector: everywhere,
      serviceMonitorSelector: selector,
      serviceMonitorNamespaceSelector: everywhere,
      ruleSelector: selector,
      ruleNamespaceSelector: everywhere,
      resources: { requests: prometheusRequests },
      storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: own.storage } } } } },
      securityContext: {
        runAsNonRoot: true,
        runAsUser: prometheusUser,
        fsGroup: prometheusUser,
        seccompProfile: { type: "RuntimeDefault" },
      },
    },
  };
};

/** What Prometheus may read to find its targets, in every namespace with a monitor. Upstream: prometheus-operator RBAC. */
export const discoveryRules = [
  { apiGroups: [""], resources: ["services", "endpoints", "pods"], verbs: ["get", "list", "watch"] },
  { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: ["get", "list", "watch"] },
];
