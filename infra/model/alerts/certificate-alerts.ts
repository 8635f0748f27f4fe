import type { PlatformSpec } from "../platform-spec.ts";
import type { AlertRule } from "./alert-rule.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";

const day = 86_400;

/** Certificates that end soon, or that are not renewed. */
export const certificateAlerts = (platform: PlatformSpec, thresholds: AlertThresholds): AlertRule[] => {
  const root = `dapr_sentry_issuercert_expiry_timestamp{namespace="${platform.dapr.namespace}"}`;
  const rotation = `dapr_runtime_mtls_workload_cert_rotated_fail_total{namespace="${platform.namespace}"}`;
  const managed = `certmanager_certificate_expiration_timestamp_seconds{exported_namespace="${platform.namespace}"}`;
  return [
    {
      alert: "DaprRootCertificateExpires",
      expr: `min by (namespace) (${root}) - time() < ${thresholds.rootCertificateDays * day}`,
      for: "0s",
      severity: "critical",
      summary: "Dapr's root or issuer certificate ends in {{ $value | humanizeDuration }}",
      action: "Rotate it before: afterwards no sidecar speaks to another. Dapr renews neither of them by itself.",
      metrics: ["dapr_sentry_issuercert_expiry_timestamp"],
    },
    {
      alert: "DaprCertificateNotRotated",
      expr: `sum by (namespace, app_id) (increase(${rotation}[30m])) > 0`,
      for: "0s",
      severity: "warning",
      summary: "A sidecar of {{ $labels.app_id }} gets no new certificate",
      action: "See that dapr-sentry runs and that the sidecar reaches it; its certificate lives for the workload TTL.",
      metrics: ["dapr_runtime_mtls_workload_cert_rotated_fail_total"],
    },
    {
      alert: "CertificateExpires",
      expr: `min by (exported_namespace, name) (${managed}) - time() < ${thresholds.certificateDays * day}`,
      for: "1h",
      severity: "critical",
      summary: "Certificate {{ $labels.name }} ends in {{ $value | humanizeDuration }} and was not renewed",
      action: "kubectl describe certificate, then its CertificateRequest and Challenge: they say what fails.",
      metrics: ["certmanager_certificate_expiration_timestamp_seconds"],
    },
  ];
};
