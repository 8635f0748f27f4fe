/** Who tells a metric. */
export type Exporter =
  | "prometheus"
  | "daprd"
  | "app"
  | "sentry"
  | "injector"
  | "cert-manager"
  | "otel-collector"
  | "kafka-exporter"
  | "jmx-exporter"
  | "cloudnative-pg";

/** Where a metric comes from. */
export interface MetricSource {
  readonly exporter: Exporter;
  /** The file that defines it, in the release that is pinned. */
  readonly source: string;
}

const of = <Name extends string>(exporter: Exporter, source: string, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, { exporter, source }])) as Record<Name, MetricSource>;

/**
 * Every metric that an alert or a dashboard asks for. Dapr's are OpenCensus views: `component/state/count` is exported as
 * `dapr_component_state_count`, a distribution also as `_bucket`, `_sum` and `_count`.
 */
export const metricSources = {
  ...of("prometheus", "set by Prometheus for each target", ["up"]),
  ...of("daprd", "dapr pkg/diagnostics/component_monitoring.go", [
    "dapr_component_pubsub_egress_count",
    "dapr_component_pubsub_egress_bulk_count",
    "dapr_component_pubsub_ingress_count",
    "dapr_component_pubsub_ingress_bulk_event_count",
    "dapr_component_pubsub_ingress_latencies_bucket",
    "dapr_component_pubsub_egress_latencies_bucket",
    "dapr_component_state_count",
    "dapr_component_state_latencies_bucket",
  ]),
  ...of("daprd", "dapr pkg/diagnostics/http_monitoring.go", [
    "dapr_http_server_request_count",
    "dapr_http_server_latency_bucket",
  ]),
  ...of("daprd", "dapr pkg/diagnostics/grpc_monitoring.go", ["dapr_grpc_io_server_completed_rpcs"]),
  ...of("daprd", "client_golang prometheus/process_collector.go; apps tell the same by prom-client", [
    "process_cpu_seconds_total",
    "process_resident_memory_bytes",
  ]),
  ...of("daprd", "dapr pkg/diagnostics/service_monitoring.go", [
    "dapr_runtime_component_init_fail_total",
    "dapr_runtime_mtls_workload_cert_rotated_fail_total",
  ]),
  ...of("sentry", "dapr pkg/sentry/monitoring/metrics.go", ["dapr_sentry_issuercert_expiry_timestamp"]),
  ...of("injector", "dapr pkg/injector/service/metrics.go", ["dapr_injector_sidecar_injection_failed_total"]),
  ...of("app", "apps/service-kit/src/metrics.ts", [
    "http_request_duration_seconds_count",
    "http_request_duration_seconds_bucket",
    "events_total",
  ]),
  ...of("app", "apps/todo-backend/src/events/outbox-metrics.ts", ["outbox_waiting_events", "outbox_oldest_seconds"]),
  ...of("app", "prom-client lib/metrics/eventLoopLag.js", ["nodejs_eventloop_lag_p99_seconds"]),
  ...of("cert-manager", "cert-manager internal/collectors/certificate_collector.go", [
    "certmanager_certificate_expiration_timestamp_seconds",
  ]),
  ...of("otel-collector", "collector exporter/exporterhelper/internal/metadata/generated_telemetry.go", [
    "otelcol_exporter_send_failed_spans",
  ]),
  ...of("kafka-exporter", "danielqsj/kafka_exporter kafka_exporter.go (Strimzi's Kafka Exporter is the same)", [
    "kafka_consumergroup_lag",
    "kafka_topic_partition_current_offset",
    "kafka_topic_partition_under_replicated_partition",
    "kafka_brokers",
  ]),
  ...of("jmx-exporter", "infra/model/strimzi/metrics-rules.ts, of the beans of Kafka's brokers and controllers", [
    "kafka_controller_kafkacontroller_activecontrollercount",
    "kafka_controller_kafkacontroller_offlinepartitionscount",
    "kafka_server_replicamanager_underminisrpartitioncount",
    "kafka_server_brokertopicmetrics_bytesin_total",
    "kafka_server_brokertopicmetrics_bytesout_total",
    "kafka_network_requestmetrics_totaltimems",
    "kafka_log_size",
  ]),
  ...of("jmx-exporter", "client_java prometheus-metrics-instrumentation-jvm JvmMemoryMetrics.java", [
    "jvm_memory_used_bytes",
    "jvm_memory_max_bytes",
  ]),
  ...of("cloudnative-pg", "cloudnative-pg config/manager/default-monitoring.yaml", [
    "cnpg_backends_total",
    "cnpg_pg_database_size_bytes",
    "cnpg_pg_stat_database_xact_commit",
    "cnpg_pg_stat_database_xact_rollback",
    "cnpg_pg_replication_lag",
  ]),
};

/** A metric whose source is known. */
export type MetricName = keyof typeof metricSources;

/** Value of label `job` of each kind of target: the monitors set it, rules and dashboards ask for it. */
export const jobs = {
  sidecars: "dapr-sidecar",
  apps: "app",
  controlPlane: "dapr-control-plane",
  kafka: "kafka",
  postgres: "postgres",
  collector: "otel-collector",
} as const;
