import type { PlatformSpec } from "../platform-spec.ts";
import type { AlertRule } from "./alert-rule.ts";

/** Spans that a collector of the platform's own cannot hand on; no other backend hands anything on. */
export const tracingAlerts = ({ tracing }: PlatformSpec): AlertRule[] => {
  if (tracing.backend !== "collector") return [];
  const failed = `otelcol_exporter_send_failed_spans{namespace="${tracing.namespace}"}`;
  return [
    {
      alert: "TracesNotHandedOn",
      expr: `sum by (namespace, exporter) (rate(${failed}[5m])) > 0`,
      for: "5m",
      severity: "warning",
      summary: "The collector cannot send spans by {{ $labels.exporter }}",
      action: "The collector's log has the answer of the other side. What its queue does not hold is lost.",
      metrics: ["otelcol_exporter_send_failed_spans"],
    },
  ];
};
