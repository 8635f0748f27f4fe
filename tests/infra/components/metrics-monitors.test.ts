import { beforeAll, describe, expect, test } from "vitest";
import { MetricsMonitors } from "../../../infra/components/metrics-monitors.ts";
import { jobs } from "../../../infra/model/observability/metric-sources.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { record, type Recorded } from "./record.ts";

const platform = todoPlatform(targets.aks);
let graph: Recorded[] = [];

beforeAll(async () => {
  graph = await record({}, async () => {
    const { observability } = platform;
    if (observability) new MetricsMonitors("metrics", { platform, observability });
  });
});

const named = (name: string): Recorded["inputs"] => graph.find((resource) => resource.name === name)?.inputs;

describe("a platform that is observed", () => {
  test("makes these objects, each in its namespace", () => {
    const objects = graph
      .filter(({ inputs }) => inputs.kind !== undefined)
      .map(({ inputs: { kind, metadata } }) => `${kind} ${metadata.namespace ?? "-"}/${metadata.name}`);
    expect(objects.sort()).toEqual([
      "ClusterRole -/todo-platform-discovery",
      "ClusterRoleBinding -/todo-platform-discovery",
      ...["todo-apps", "todo-kafka", "todo-overview", "todo-postgres", "todo-pubsub", "todo-sidecars"].map(
        (dashboard) => `ConfigMap monitoring/${dashboard}`,
      ),
      "PodMonitor dapr-system/dapr-control-plane",
      "PodMonitor kafka/kafka",
      "PodMonitor todo-app/apps",
      "PodMonitor todo-app/dapr-sidecars",
      "PodMonitor todo-app/postgres",
      "Prometheus monitoring/todo-platform",
      "PrometheusRule monitoring/todo-platform-alerts",
      "ServiceAccount monitoring/todo-platform",
    ]);
  });

  test("gives every job that the alerts ask for to a monitor", () => {
    const set = graph
      .filter(({ inputs }) => inputs.kind === "PodMonitor")
      .flatMap(({ inputs }) => inputs.spec.podMetricsEndpoints[0].relabelings)
      .filter(({ targetLabel }) => targetLabel === "job")
      .map(({ replacement }) => replacement);
    // This platform has no collector of spans.
    expect([...set, jobs.collector].sort()).toEqual(Object.values(jobs).sort());
  });

  test("scrapes sidecars by the port that the injector names, and apps by their own", () => {
    const endpoint = { path: "/metrics", interval: "30s" };
    const app = { sourceLabels: ["__meta_kubernetes_pod_label_app_kubernetes_io_name"], targetLabel: "app" };
    expect(named("metrics-dapr-sidecars").spec).toEqual({
      selector: { matchLabels: { "todo-platform.io/sidecar": "dapr" } },
      podMetricsEndpoints: [
        { ...endpoint, port: "dapr-metrics", relabelings: [{ targetLabel: "job", replacement: "dapr-sidecar" }, app] },
      ],
    });
    expect(named("metrics-apps").spec.podMetricsEndpoints).toEqual([
      { ...endpoint, port: "metrics", relabelings: [{ targetLabel: "job", replacement: "app" }, app] },
    ]);
  });

  test("lets its Prometheus take up exactly what has the platform's label", () => {
    const selector = { matchLabels: platform.observability?.labels };
    const { spec } = named("metrics-prometheus-server");
    expect([spec.podMonitorSelector, spec.serviceMonitorSelector, spec.ruleSelector]).toEqual([
      selector,
      selector,
      selector,
    ]);
    const labelled = graph.filter(({ inputs }) => ["PodMonitor", "PrometheusRule"].includes(inputs.kind));
    expect(labelled.map(({ inputs }) => inputs.metadata.labels)).toEqual(labelled.map(() => selector.matchLabels));
    expect([spec.replicas, spec.retention]).toEqual([2, "168h"]);
  });

  test("gives Grafana each dashboard by its label, as JSON with its queries", () => {
    const { metadata, data } = named("metrics-dashboards-todo-sidecars");
    expect(metadata.labels).toEqual({ grafana_dashboard: "1" });
    const json = JSON.parse(data["todo-sidecars.json"]);
    expect([json.uid, json.panels.length, json.panels[0].targets[0].expr]).toEqual([
      "todo-sidecars",
      9,
      'sum by (app_id) (rate(dapr_http_server_request_count{namespace="todo-app"}[$__rate_interval]))',
    ]);
  });

  test("starts its Prometheus when it may find its targets", () => {
    expect(graph.find(({ name }) => name === "metrics-prometheus-server")?.dependencies).toContain(
      "metrics-prometheus-discovery-binding",
    );
  });
});
