import { jobs } from "../observability/metric-sources.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { AlertRule } from "./alert-rule.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";

/** Sidecars and the control plane: down, missing, or without a component. */
export const sidecarAlerts = (platform: PlatformSpec, thresholds: AlertThresholds): AlertRule[] => {
  const inApps = `namespace="${platform.namespace}"`;
  const inDapr = `namespace="${platform.dapr.namespace}"`;
  return [
    {
      alert: "DaprSidecarDown",
      expr: `up{job="${jobs.sidecars}",${inApps}} == 0`,
      for: thresholds.sidecarDown,
      severity: "critical",
      summary: "The sidecar of {{ $labels.pod }} does not answer",
      action: "Look at the log of container daprd: a component that cannot be reached or a missing Secret ends it.",
      metrics: ["up"],
    },
    {
      alert: "DaprSidecarMissing",
      expr: `up{job="${jobs.apps}",${inApps}} == 1 unless on (namespace, pod) up{job="${jobs.sidecars}",${inApps}}`,
      for: "2m",
      severity: "critical",
      summary: "{{ $labels.pod }} runs without a sidecar",
      action: "The injector did not answer when the pod was made: see that it runs, then delete the pod.",
      metrics: ["up"],
    },
    {
      alert: "DaprControlPlaneDown",
      expr: `up{job="${jobs.controlPlane}",${inDapr}} == 0`,
      for: "5m",
      severity: "critical",
      summary: "{{ $labels.pod }} of Dapr's control plane does not answer",
      action:
        "Running sidecars go on until their certificates end (24 h); new pods do not start. Look at the pod's log.",
      metrics: ["up"],
    },
    {
      alert: "DaprInjectionFails",
      expr: `sum by (namespace, app_id, reason) (increase(dapr_injector_sidecar_injection_failed_total{${inDapr}}[15m])) > 0`,
      for: "0s",
      severity: "critical",
      summary: "The injector refuses pods of {{ $labels.app_id }}: {{ $labels.reason }}",
      action: "The injector's log names the annotation that it cannot use.",
      metrics: ["dapr_injector_sidecar_injection_failed_total"],
    },
    {
      // Counted since the sidecar's start and never again: whatever is above zero is missing now.
      alert: "DaprComponentInitFailed",
      expr: `sum by (namespace, app_id, componentName, reason) (dapr_runtime_component_init_fail_total{${inApps}}) > 0`,
      for: "0s",
      severity: "critical",
      summary: "{{ $labels.app_id }} runs without component {{ $labels.componentName }}",
      action: "The sidecar's log has the reason. It tries again only when it is restarted.",
      metrics: ["dapr_runtime_component_init_fail_total"],
    },
  ];
};
