import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dashboardsOf } from "../../../../infra/model/dashboards/dashboards.ts";
import type { StrimziKafkaSpec } from "../../../../infra/model/kafka.ts";
import { toGrafana } from "../../../../infra/model/dashboards/to-grafana.ts";
import { jobs, metricSources } from "../../../../infra/model/observability/metric-sources.ts";
import { eventually } from "../../../e2e/support/eventually.ts";
import { ensurePromtool, promtool } from "../../../support/promtool.ts";
import {
  readRecords,
  startMeasuredBroker,
  writeRecords,
  type MeasuredBroker,
} from "../../../support/measured-kafka.ts";
import { startMeasuredPlatform, type MeasuredPlatform } from "../../../support/measured-platform.ts";
import { targets } from "../../../../infra/model/targets.ts";
import { todoPlatform } from "../../../../infra/model/todo.ts";
import { localPlatform } from "../../platforms.ts";

const production = todoPlatform(targets.aks);
const dashboards = dashboardsOf(production);
const panels = dashboards.flatMap((dashboard) =>
  dashboard.panels.map((panel) => [`${dashboard.title}: ${panel.title}`, panel] as const),
);
const concrete = (expr: string): string => expr.replaceAll("$__rate_interval", "30s");

/** Exporters that run here. CloudNativePG's does in postgres-cluster.long.test.ts; that of Kafka's lag is on no registry that is reached. */
const runsHere = new Set(["prometheus", "daprd", "app", "jmx-exporter"]);
const real = panels.filter(([, { metrics }]) => metrics.every((name) => runsHere.has(metricSources[name].exporter)));

/** What Grafana reads of a panel. */
interface Built {
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number };
  readonly targets: readonly { readonly expr: string }[];
}

/** A broker that was written to and read from, with the labels that its monitor gives it in a cluster. */
const measured = (metricsPort: number) => ({
  job: jobs.kafka,
  port: metricsPort,
  // A broker has thousands of beans to look through.
  seconds: 3,
  labels: { namespace: (production.kafka as StrimziKafkaSpec).namespace, pod: "todo-kafka-brokers-0" },
});

let broker: MeasuredBroker;
let platform: MeasuredPlatform;
beforeAll(async () => {
  await ensurePromtool();
  broker = await startMeasuredBroker(["task-events"]);
  await writeRecords(broker, "task-events", 10);
  await readRecords(broker, "task-events", 10);
  platform = await startMeasuredPlatform([measured(broker.metricsPort)]);
  const seenTwice = "rate(kafka_server_brokertopicmetrics_bytesin_total[30s])";
  await eventually(async () => expect(await platform.count(seenTwice)).not.toBe(0));
}, 1_200_000);
afterAll(async () => {
  await platform.stop();
  await broker.stop();
});

test("the dashboards are these", () => {
  expect(dashboards.map(({ uid, panels: { length } }) => [uid, length])).toEqual([
    ["todo-overview", 7],
    ["todo-sidecars", 9],
    ["todo-pubsub", 7],
    ["todo-apps", 6],
    ["todo-kafka", 12],
    ["todo-postgres", 4],
  ]);
});

test("there is none for servers that tell nothing", () => {
  expect(dashboardsOf(localPlatform).map(({ uid }) => uid)).toEqual([
    ...["todo-overview", "todo-sidecars", "todo-pubsub", "todo-apps"],
  ]);
});

test("the sidecars' dashboard shows the seeds' five metrics", () => {
  const shown = dashboards.find(({ uid }) => uid === "todo-sidecars")?.panels.flatMap(({ metrics }) => metrics);
  expect(shown).toEqual(
    expect.arrayContaining([
      "dapr_http_server_request_count",
      "dapr_grpc_io_server_completed_rpcs",
      "dapr_component_pubsub_ingress_count",
      "dapr_component_pubsub_egress_count",
      "dapr_component_state_count",
    ]),
  );
});

describe.each(panels)("%s", (_, panel) => {
  test("asks in PromQL, for the metrics that it names", async () => {
    const rules = panel.queries.map(({ expr }, index) => ({ record: `panel:${index}`, expr: concrete(expr) }));
    const file = JSON.stringify({ groups: [{ name: "panel", rules }] });
    expect(await promtool(["check", "rules", "rules.yaml"], { "rules.yaml": file })).toMatchObject({ ok: true });
    const selectors = panel.queries.flatMap(({ expr }) =>
      [...expr.replaceAll(/\{[^}]*\}/g, "{}").matchAll(/([a-z_]\w*)\{\}/g)].map(([, name = ""]) => name),
    );
    expect([...new Set(selectors)].sort()).toEqual([...new Set(panel.metrics)].sort());
  });
});

describe("a real Prometheus that scrapes a real sidecar, app and broker", () => {
  test.each(real)("answers %s", async (_, panel) => {
    for (const { expr } of panel.queries) expect([expr, await platform.count(concrete(expr))]).not.toEqual([expr, 0]);
  });
});

test("Grafana's JSON has every panel with its queries, and places none over another", () => {
  for (const dashboard of dashboards) {
    const json = toGrafana(dashboard);
    const built = (JSON.parse(JSON.stringify(json)) as { panels: Built[] }).panels;
    expect(built.map(({ title, targets }) => [title, targets.map(({ expr }) => expr)])).toEqual(
      dashboard.panels.map(({ title, queries }) => [title, queries.map(({ expr }) => expr)]),
    );
    expect(new Set(built.map(({ gridPos: { x, y } }) => `${x} ${y}`)).size).toBe(built.length);
  }
});
