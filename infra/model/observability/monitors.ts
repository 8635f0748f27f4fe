import { sidecarLabel } from "../dapr/control-plane.ts";
import type { LabelSelector } from "../object-metadata.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { tracingServices } from "../tracing.ts";
import { partLabels } from "../workload-manifests.ts";
import { jobs } from "./metric-sources.ts";
import type { MetricsEndpoint, PodMonitorManifest, Relabeling } from "./monitoring-manifests.ts";
import type { ObservabilitySpec } from "./observability.ts";

/** Name of the port that the injector gives a sidecar's metrics. Source: dapr pkg/injector/consts. */
const sidecarPort = "dapr-metrics";
/** Pods of the control plane by their label `app`. Source: the templates of Dapr's chart. */
const controlPlaneApps = [
  "dapr-operator",
  "dapr-placement-server",
  "dapr-scheduler-server",
  "dapr-sentry",
  "dapr-sidecar-injector",
];

const appOfPod: Relabeling = {
  sourceLabels: ["__meta_kubernetes_pod_label_app_kubernetes_io_name"],
  targetLabel: "app",
};

/** Alerts and dashboards ask for jobs by name; the operator's own name for a job is that of the monitor. */
const asJob = (job: string): Relabeling => ({ targetLabel: "job", replacement: job });

type MakeMonitor = (
  name: string,
  namespace: string,
  selector: LabelSelector,
  endpoint: Omit<MetricsEndpoint, "interval">,
) => PodMonitorManifest;

/** Kafka and PostgreSQL that operators run. */
const serverMonitors = ({ kafka, database }: PlatformSpec, monitor: MakeMonitor): PodMonitorManifest[] => [
  ...(kafka?.kind === "strimzi"
    ? [
        monitor(
          "kafka",
          kafka.namespace,
          { matchLabels: { "strimzi.io/cluster": kafka.cluster } },
          { port: "tcp-prometheus", path: "/metrics", relabelings: [asJob(jobs.kafka)] },
        ),
      ]
    : []),
  ...(database?.kind === "cnpg"
    ? [
        monitor(
          "postgres",
          database.namespace,
          { matchLabels: { "cnpg.io/cluster": database.name } },
          { port: "metrics", path: "/metrics", relabelings: [asJob(jobs.postgres)] },
        ),
      ]
    : []),
];

/** What Prometheus scrapes: sidecars, apps, the control plane, and the Kafka and PostgreSQL that operators run. */
export const toPodMonitors = (platform: PlatformSpec, spec: ObservabilitySpec): PodMonitorManifest[] => {
  const monitor: MakeMonitor = (name, namespace, selector, endpoint) => ({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PodMonitor",
    metadata: { name, namespace, labels: spec.labels },
    spec: { selector, podMetricsEndpoints: [{ ...endpoint, interval: spec.scrapeInterval }] },
  });
  const withSidecar = { matchLabels: sidecarLabel };
  return [
    monitor("dapr-sidecars", platform.namespace, withSidecar, {
      port: sidecarPort,
      path: "/metrics",
      relabelings: [asJob(jobs.sidecars), appOfPod],
    }),
    monitor("apps", platform.namespace, withSidecar, {
      port: "metrics",
      path: "/metrics",
      relabelings: [asJob(jobs.apps), appOfPod],
    }),
    monitor(
      "dapr-control-plane",
      platform.dapr.namespace,
      { matchExpressions: [{ key: "app", operator: "In", values: controlPlaneApps }] },
      { port: "metrics", path: "/metrics", relabelings: [asJob(jobs.controlPlane)] },
    ),
    ...(platform.tracing.backend === "collector"
      ? [
          monitor(
            tracingServices.collector,
            platform.tracing.namespace,
            { matchLabels: partLabels(tracingServices.collector) },
            { port: "metrics", path: "/metrics", relabelings: [asJob(jobs.collector)] },
          ),
        ]
      : []),
    ...serverMonitors(platform, monitor),
  ];
};
