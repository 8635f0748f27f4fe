import { beforeAll, describe, expect, test } from "vitest";
import { ClusterOperators } from "../../../infra/components/cluster-operators.ts";
import { TaskPlatform } from "../../../infra/components/task-platform.ts";
import { operatorCharts } from "../../../infra/model/operators/operator-charts.ts";
import { definePlatform, type Platform } from "../../../infra/model/platform.ts";
import { versions } from "../../../infra/versions.ts";
import { soundGateway } from "../model/gateway-mistakes.ts";
import { brokenPlatform } from "../platforms.ts";
import { record, type Recorded } from "./record.ts";
import { taskPlatformArgs } from "./task-platform-args.ts";

const observability = {
  labels: { "todo-platform.io/watched": "true" },
  scrapeInterval: "30s",
  dashboards: { grafana_dashboard: "1" },
  prometheus: { replicas: 1, retention: "72h", storage: "10Gi" },
};
const lag = { minReplicas: 1, maxReplicas: 3, by: { kind: "lag", records: 100 } };

const platformWith = (change: (platform: any) => void): Platform =>
  definePlatform(
    brokenPlatform((platform) => {
      platform.operators = "chart";
      platform.gateway = { ...soundGateway, className: "traefik" };
      platform.observability = observability;
      platform.services["audit-service"].scaling = lag;
      change(platform);
    }),
  );
const chartOf = (platform: Platform, release: string) => {
  const found = operatorCharts(platform, versions.charts).find((chart) => chart.release === release);
  if (!found) throw new Error(`there is no chart of ${release}`);
  return { ...found, values: found.values as any };
};
const everything = platformWith(() => undefined);

const named = (graph: readonly Recorded[], name: string): Recorded => {
  const found = graph.find((resource) => resource.name === name);
  if (!found) throw new Error(`nothing is registered as ${name}`);
  return found;
};

/** All that a resource, or a component that it belongs to, waits for. */
const awaited = (graph: readonly Recorded[], name: string): Set<string> => {
  const { dependencies, parent } = named(graph, name);
  const above = parent === undefined || parent === "todo" ? [] : [...awaited(graph, parent)];
  return new Set([...dependencies, ...above]);
};

describe("operators that are the cluster's", () => {
  test.each([undefined, "existing"])("are not installed (%s)", (operators) => {
    expect(
      operatorCharts(
        platformWith((platform) => (platform.operators = operators)),
        versions.charts,
      ),
    ).toEqual([]);
  });
});

describe("operators that the platform installs", () => {
  let graph: Recorded[] = [];
  beforeAll(async () => {
    graph = await record({}, async () => {
      new TaskPlatform("todo", {
        ...taskPlatformArgs,
        platform: everything,
        operatorCharts: versions.charts,
      });
    });
  });
  const releases = () =>
    graph.filter(({ type, name }) => type.endsWith(":Release") && name.startsWith("todo-operators-"));

  test("are those of its parts, each from its pinned chart and in its namespace", () => {
    const found = releases().map(({ inputs }) => [inputs.name, inputs.namespace, inputs.chart, inputs.version]);
    expect(found.sort()).toEqual([
      ["cert-manager", "cert-manager", "cert-manager", versions.charts["cert-manager"]],
      ["keda", "keda", "keda", versions.charts.keda],
      ["prometheus-operator", "monitoring", "kube-prometheus-stack", versions.charts["kube-prometheus-stack"]],
      ["traefik", "traefik", "traefik", versions.charts.traefik],
    ]);
  });

  test("are there before the objects that they act upon, and CRDs before who uses them", () => {
    const all = releases().map(({ name }) => name);
    expect(named(graph, "todo-operators-cert-manager-release").dependencies).toEqual(
      expect.arrayContaining(["todo-operators-prometheus-operator-release", "todo-operators-traefik-release"]),
    );
    for (const object of [
      ...["todo-gateway-listener", "todo-gateway-certificate", "todo-metrics-apps"],
      "audit-service-scaling-lag",
    ])
      expect([object, all.filter((name) => !awaited(graph, object).has(name))]).toEqual([object, []]);
  });

  test("bring no second Prometheus beside the platform's own, and a Grafana that may ask it", () => {
    const { values } = chartOf(everything, "prometheus-operator");
    expect(values.prometheus).toEqual({ enabled: false });
    expect(values.grafana.sidecar).toEqual({
      dashboards: { enabled: true, label: "grafana_dashboard", labelValue: "1" },
      datasources: { url: "http://prometheus-operated.monitoring:9090/" },
    });
    expect(named(graph, "todo-operators-grafana").inputs.spec.ingress).toEqual([
      { from: [{ podSelector: { matchLabels: { "app.kubernetes.io/name": "grafana" } } }], ports: [{ port: 9090 }] },
    ]);
  });

  test("bring a Prometheus that takes up the platform's objects where it has none", () => {
    const { labels, scrapeInterval } = observability;
    const platform = platformWith((changed) => (changed.observability = { labels, scrapeInterval }));
    const { values } = chartOf(platform, "prometheus-operator");
    expect(values.grafana).toEqual({ enabled: false });
    expect(values.prometheus.prometheusSpec).toMatchObject({
      podMonitorSelector: { matchLabels: labels },
      ruleSelector: { matchLabels: labels },
      ruleNamespaceSelector: {},
    });
  });

  test("let Traefik listen where the Gateway does, without a capability", () => {
    const { values } = chartOf(everything, "traefik");
    expect(values.ports).toEqual({ web: { port: 80, exposedPort: 80 }, websecure: { port: 443, exposedPort: 443 } });
    expect(values.podSecurityContext.sysctls).toEqual([{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }]);
    expect(values.securityContext.capabilities).toEqual({ drop: ["ALL"] });
    expect(values.gatewayClass).toEqual({ enabled: true, name: "traefik" });
  });

  test("are Envoy Gateway with a class of its own where the Gateway asks for it", async () => {
    const platform = platformWith((changed) => {
      changed.gateway = { ...soundGateway, className: "envoy-gateway", controllerNamespace: "envoy" };
    });
    const envoy = await record({}, async () => {
      const charts = operatorCharts(platform, versions.charts);
      new ClusterOperators("operators", { platform, charts, namespaces: {} });
    });
    const { inputs } = named(envoy, "operators-envoy-gateway-release");
    expect([inputs.chart, inputs.version, inputs.repositoryOpts]).toEqual([
      "oci://docker.io/envoyproxy/gateway-helm",
      versions.charts["gateway-helm"],
      undefined,
    ]);
    expect(named(envoy, "operators-class").inputs).toMatchObject({
      kind: "GatewayClass",
      metadata: { name: "envoy-gateway" },
      spec: { controllerName: "gateway.envoyproxy.io/gatewayclass-controller" },
    });
  });

  test("let cert-manager tell when certificates end, where somebody listens", () => {
    expect(chartOf(everything, "cert-manager").values.prometheus).toEqual({
      enabled: true,
      podmonitor: { enabled: true, labels: observability.labels },
    });
    const alone = platformWith((platform) => delete platform.observability);
    expect(chartOf(alone, "cert-manager").values.prometheus).toEqual({ enabled: false });
  });

  test("are given what the model does not know last", async () => {
    const values = { keda: { watchNamespace: "everywhere" } };
    const changed = await record({}, async () => {
      const charts = operatorCharts(everything, versions.charts);
      new ClusterOperators("operators", { platform: everything, charts, namespaces: {}, values });
    });
    expect(named(changed, "operators-keda-release").inputs.values).toMatchObject({
      crds: { install: true },
      watchNamespace: "everywhere",
    });
  });
});
