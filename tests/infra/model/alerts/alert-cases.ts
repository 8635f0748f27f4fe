import { burnRateCases } from "./burn-rate-cases.ts";
import { kafkaCases } from "./kafka-cases.ts";

/** Series of a test, as promtool writes them: `0+1x10` counts up by one each minute, `_` is a missing sample. */
type Series = Readonly<Record<string, string>>;

/** What makes an alert fire, with what it then says, and what is close to it and does not. */
export interface AlertCase {
  readonly alert: string;
  /** When it is looked at, such as `10m`. */
  readonly at: string;
  readonly fires: Series;
  readonly labels: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly silent: Series;
}

const app = 'namespace="todo-app"';
const sidecar = `job="dapr-sidecar",${app}`;
const publisher = `${app},app_id="todo-backend",component="kafka-pubsub",topic="task-events"`;
const store = `${app},app_id="todo-backend",component="statestore",operation="set"`;

const sidecars: AlertCase[] = [
  {
    alert: "DaprSidecarDown",
    at: "3m",
    fires: { [`up{${sidecar},pod="todo-backend-1"}`]: "1 0 0 0", [`up{${sidecar},pod="todo-backend-2"}`]: "1 1 1 1" },
    labels: { job: "dapr-sidecar", namespace: "todo-app", pod: "todo-backend-1" },
    summary: "The sidecar of todo-backend-1 does not answer",
    silent: {
      [`up{${sidecar},pod="todo-backend-1"}`]: "1 1 0 0",
      [`up{job="dapr-sidecar",namespace="other",pod="a"}`]: "0x3",
    },
  },
  {
    alert: "DaprSidecarMissing",
    at: "3m",
    fires: {
      [`up{job="app",${app},pod="a"}`]: "1x3",
      [`up{job="app",${app},pod="b"}`]: "1x3",
      [`up{${sidecar},pod="b"}`]: "1x3",
    },
    labels: { job: "app", namespace: "todo-app", pod: "a" },
    summary: "a runs without a sidecar",
    silent: { [`up{job="app",${app},pod="a"}`]: "1x3", [`up{${sidecar},pod="a"}`]: "0x3" },
  },
  {
    alert: "DaprControlPlaneDown",
    at: "6m",
    fires: { 'up{job="dapr-control-plane",namespace="dapr-system",pod="dapr-sentry-1"}': "1 0x6" },
    labels: { job: "dapr-control-plane", namespace: "dapr-system", pod: "dapr-sentry-1" },
    summary: "dapr-sentry-1 of Dapr's control plane does not answer",
    silent: { 'up{job="dapr-control-plane",namespace="dapr-system",pod="dapr-sentry-1"}': "1 0x3 1x3" },
  },
  {
    alert: "DaprInjectionFails",
    at: "5m",
    fires: {
      'dapr_injector_sidecar_injection_failed_total{namespace="dapr-system",pod="i-1",app_id="todo-backend",reason="patch"}':
        "0 0 0 1 1 1",
    },
    labels: { namespace: "dapr-system", app_id: "todo-backend", reason: "patch" },
    summary: "The injector refuses pods of todo-backend: patch",
    silent: {
      'dapr_injector_sidecar_injection_failed_total{namespace="dapr-system",pod="i-1",app_id="todo-backend",reason="patch"}':
        "3x5",
    },
  },
  {
    alert: "DaprComponentInitFailed",
    at: "0m",
    fires: {
      [`dapr_runtime_component_init_fail_total{${app},pod="p",app_id="audit-service",component="state.redis",componentName="cache",reason="init"}`]:
        "2",
    },
    labels: { namespace: "todo-app", app_id: "audit-service", componentName: "cache", reason: "init" },
    summary: "audit-service runs without component cache",
    silent: {
      [`dapr_runtime_component_init_total{${app},pod="p",app_id="audit-service",component="state.redis"}`]: "2",
    },
  },
];

const messages: AlertCase[] = [
  {
    alert: "DaprPubSubErrors",
    at: "12m",
    // 6 a minute are 0.1 a second.
    fires: { [`dapr_component_pubsub_egress_count{${publisher},success="false"}`]: "0+6x12" },
    labels: { namespace: "todo-app", app_id: "todo-backend", component: "kafka-pubsub" },
    summary: "todo-backend cannot publish through kafka-pubsub",
    silent: {
      [`dapr_component_pubsub_egress_count{${publisher},success="false"}`]: "0+2x12",
      [`dapr_component_pubsub_egress_count{${publisher},success="true"}`]: "0+60x12",
    },
  },
  {
    alert: "DaprPubSubErrors",
    at: "12m",
    fires: { [`dapr_component_pubsub_egress_bulk_count{${publisher},success="false"}`]: "0+6x12" },
    labels: { namespace: "todo-app", app_id: "todo-backend", component: "kafka-pubsub" },
    summary: "todo-backend cannot publish through kafka-pubsub",
    // Failures of three minutes are no alert yet.
    silent: { [`dapr_component_pubsub_egress_bulk_count{${publisher},success="false"}`]: "0x9 6 12 18" },
  },
  {
    alert: "DaprStateStoreErrors",
    at: "12m",
    fires: {
      [`dapr_component_state_count{${store},success="false"}`]: "0+6x12",
      [`dapr_component_state_count{${store},success="true"}`]: "0+54x12",
    },
    labels: { namespace: "todo-app", app_id: "todo-backend", component: "statestore" },
    summary: "statestore fails 10% of the operations of todo-backend",
    silent: {
      [`dapr_component_state_count{${store},success="false"}`]: "0+2x12",
      [`dapr_component_state_count{${store},success="true"}`]: "0+58x12",
    },
  },
  {
    alert: "DeadLetters",
    at: "4m",
    // The counter is born with the first dead letter: it never was zero.
    fires: {
      [`dapr_component_pubsub_ingress_count{${app},pod="p",app_id="audit-service",topic="reminders-dead-letter",process_status="success"}`]:
        "_ _ _ 1 1",
    },
    labels: { namespace: "todo-app", topic: "reminders-dead-letter" },
    summary: "Events arrived in reminders-dead-letter",
    silent: {
      [`dapr_component_pubsub_ingress_count{${app},pod="p",app_id="audit-service",topic="reminders",process_status="success"}`]:
        "_ _ _ 1 1",
    },
  },
  {
    alert: "DeadLetters",
    at: "40m",
    fires: {
      [`dapr_component_pubsub_ingress_count{${app},pod="p",app_id="audit-service",topic="reminders-dead-letter",process_status="success"}`]:
        "1x30 2x10",
    },
    labels: { namespace: "todo-app", topic: "reminders-dead-letter" },
    summary: "Events arrived in reminders-dead-letter",
    // The last one came more than a quarter of an hour ago.
    silent: {
      [`dapr_component_pubsub_ingress_count{${app},pod="p",app_id="audit-service",topic="reminders-dead-letter",process_status="success"}`]:
        "1x10 2x30",
    },
  },
  {
    alert: "OutboxBacklog",
    at: "5m",
    fires: {
      [`outbox_oldest_seconds{${app},pod="a"}`]: "0 30 90 150 210 270",
      [`outbox_oldest_seconds{${app},pod="b"}`]: "0x5",
    },
    labels: { namespace: "todo-app" },
    summary: "Changed tasks have waited 4m 30s for the broker",
    silent: { [`outbox_oldest_seconds{${app},pod="a"}`]: "0 90 150 2 60 60" },
  },
];

const certificates: AlertCase[] = [
  {
    alert: "DaprRootCertificateExpires",
    at: "1m",
    // 29 days after the start of the test's clock, and 31.
    fires: { 'dapr_sentry_issuercert_expiry_timestamp{namespace="dapr-system",pod="s"}': "2505660x1" },
    labels: { namespace: "dapr-system" },
    summary: "Dapr's root or issuer certificate ends in 29d 0h 0m 0s",
    silent: { 'dapr_sentry_issuercert_expiry_timestamp{namespace="dapr-system",pod="s"}': "2678460x1" },
  },
  {
    alert: "DaprCertificateNotRotated",
    at: "20m",
    fires: {
      [`dapr_runtime_mtls_workload_cert_rotated_fail_total{${app},pod="p",app_id="todo-backend",reason="sign"}`]:
        "0x9 1x10",
    },
    labels: { namespace: "todo-app", app_id: "todo-backend" },
    summary: "A sidecar of todo-backend gets no new certificate",
    silent: {
      [`dapr_runtime_mtls_workload_cert_rotated_fail_total{${app},pod="p",app_id="todo-backend",reason="sign"}`]:
        "4x20",
    },
  },
  {
    alert: "CertificateExpires",
    at: "2h",
    fires: {
      'certmanager_certificate_expiration_timestamp_seconds{namespace="cert-manager",exported_namespace="todo-app",name="todo-tls"}':
        "871200x120",
    },
    labels: { exported_namespace: "todo-app", name: "todo-tls" },
    summary: "Certificate todo-tls ends in 10d 0h 0m 0s and was not renewed",
    silent: {
      'certmanager_certificate_expiration_timestamp_seconds{namespace="cert-manager",exported_namespace="todo-app",name="todo-tls"}':
        "1303200x120",
    },
  },
];

const tracing: AlertCase[] = [
  {
    alert: "TracesNotHandedOn",
    at: "12m",
    fires: { 'otelcol_exporter_send_failed_spans{namespace="monitoring",exporter="zipkin/zipkin"}': "0+1x12" },
    labels: { namespace: "monitoring", exporter: "zipkin/zipkin" },
    summary: "The collector cannot send spans by zipkin/zipkin",
    silent: { 'otelcol_exporter_send_failed_spans{namespace="monitoring",exporter="zipkin/zipkin"}': "7x12" },
  },
];

/** At least one case for each alert. */
export const alertCases: readonly AlertCase[] = [
  ...sidecars,
  ...messages,
  ...kafkaCases,
  ...certificates,
  ...tracing,
  ...burnRateCases,
];
