import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { stringify } from "yaml";
import { tracingAlerts } from "../../infra/model/alerts/tracing-alerts.ts";
import { jobs } from "../../infra/model/observability/metric-sources.ts";
import { definePlatform } from "../../infra/model/platform.ts";
import {
  collectorMetricsPort,
  collectorSecrets,
  toCollectorConfig,
} from "../../infra/model/tracing/collector-config.ts";
import type { CollectorSpec } from "../../infra/model/tracing/collector.ts";
import { zipkinPort } from "../../infra/model/tracing.ts";
import { forwardPod, type Forwarded } from "../../infra/verify/pod-forward.ts";
import { provideImages } from "../../local/images/ensure-images.ts";
import { operatorRecipes } from "../../local/images/operator-recipes.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools, programPath } from "../../local/toolchain/ensure-tools.ts";
import { versions } from "../../local/versions.ts";
import { soundTracing } from "../infra/model/tracing-mistakes.ts";
import { brokenPlatform } from "../infra/platforms.ts";
import { startPrometheus } from "../support/prometheus.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { applyPlatform } from "./support/operators/apply-platform.ts";
import { applyObjects, removeObjects } from "./support/operators/install.ts";
import { runProgram } from "./support/run-program.ts";
import { signIn } from "./support/todo-api.ts";

const platform = inject("platform");
const { cluster } = platform;
const kubectl = createKubectl(platform);
const monitoring = "monitoring";
/** Where the spans go: a Zipkin that is somebody else's. */
const elsewhere = "spans";
const labels = { "app.kubernetes.io/name": "zipkin" };
const zipkin = [
  { apiVersion: "v1", kind: "Namespace", metadata: { name: elsewhere } },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "zipkin", namespace: elsewhere },
    spec: { selector: labels, ports: [{ port: zipkinPort }] },
  },
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "zipkin", namespace: elsewhere },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: "zipkin",
              image: versions.images.zipkin,
              readinessProbe: { httpGet: { path: "/health", port: zipkinPort }, periodSeconds: 1 },
            },
          ],
        },
      },
    },
  },
];

const exporters: CollectorSpec["exporters"] = {
  zipkin: { kind: "zipkin", endpoint: `http://zipkin.${elsewhere}:${zipkinPort}/api/v2/spans` },
  nobody: { kind: "zipkin", endpoint: `http://nobody.${elsewhere}:${zipkinPort}/api/v2/spans` },
};
const collector: CollectorSpec = { replicas: 1, memory: "256Mi", exporters };
const apply = (spec: CollectorSpec): Promise<void> =>
  applyPlatform(cluster, { tracing: { backend: "collector", collector: spec } });

/** The model of what runs here. */
const watched = definePlatform(
  brokenPlatform((changed) => {
    changed.tracing = { namespace: monitoring, samplingRate: 1, backend: "collector", collector };
  }),
);

let kept: Forwarded;

const forward = async (namespace: string, name: string, port: number): Promise<Forwarded> => {
  const config = new KubeConfig();
  config.loadFromFile(platform.kubeconfig);
  const pods = await kubectl.list(
    ...["pods", "-n", namespace, "-l", `app.kubernetes.io/name=${name}`, "--field-selector=status.phase=Running"],
  );
  const pod = pods.find(({ metadata }) => metadata.deletionTimestamp === undefined)?.metadata.name ?? "";
  return forwardPod(config, namespace, pod, port);
};

beforeAll(async () => {
  await ensureTools(["otel-collector", "prometheus"], createProgress());
  await provideImages(cluster, operatorRecipes.otelCollector, createProgress());
  await applyObjects(kubectl, zipkin);
  await kubectl.run(["rollout", "status", "-n", elsewhere, "deployment/zipkin", "--timeout=180s"]);
  await apply(collector);
  kept = await forward(elsewhere, "zipkin", zipkinPort);
}, 1_800_000);

afterAll(async () => {
  await kept?.[Symbol.asyncDispose]();
  await applyPlatform(cluster);
  await removeObjects(kubectl, zipkin);
}, 600_000);

interface Span {
  readonly traceId: string;
  readonly localEndpoint: { readonly serviceName: string };
}

/** Apps that have sent spans of a trace to the Zipkin behind the collector. */
const senders = async (traceId: string): Promise<string[]> => {
  const response = await fetch(`${kept.url}/api/v2/trace/${traceId}`, { headers: { connection: "close" } });
  if (response.status === 404) return [];
  const spans = (await response.json()) as Span[];
  return [...new Set(spans.map(({ localEndpoint }) => localEndpoint.serviceName))].sort();
};

const newTrace = (): string => randomBytes(16).toString("hex");

/** The collectors of the sound choices, each with its title. */
const sound = soundTracing.flatMap(([title, tracing]) => {
  const { tracing: known } = definePlatform(brokenPlatform((changed) => (changed.tracing = tracing)));
  if (known.backend !== "collector") return [];
  // The exporter for Azure Monitor is no part of the collector that is built here.
  const exporters = Object.entries(known.collector.exporters).filter(([, { kind }]) => kind !== "azure-monitor");
  return [[title, { ...known.collector, exporters: Object.fromEntries(exporters) }] as const];
});

test.each(sound)("the collector finds nothing wrong with the configuration of %s", async (_, spec) => {
  const folder = await mkdtemp(join(tmpdir(), "collector-"));
  try {
    const file = join(folder, "config.yaml");
    await writeFile(file, stringify(toCollectorConfig(spec)));
    const key = "InstrumentationKey=00000000-0000-0000-0000-000000000000";
    const env = Object.fromEntries(collectorSecrets(spec).map(({ name }) => [name, key]));
    const result = await runProgram(programPath("otel-collector", "otelcol"), ["validate", `--config=${file}`], {
      env: { ...process.env, ...env },
    });
    expect(result).toMatchObject({ code: 0, stderr: "" });
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe("the collector", () => {
  test("hands a task's trace on, with the spans of all its apps", async () => {
    const api = await signIn(platform);
    const traceId = newTrace();
    await api.addTask("Through the collector", { traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    await eventually(
      async () =>
        expect(await senders(traceId)).toEqual([
          ...["audit-service", "event-service", "notification-service", "recurring-task-service"],
          ...["todo-backend", "todo-frontend"],
        ]),
      60_000,
      1000,
    );
  });

  test("tells the metric that the alert asks for, once what it cannot hand on is lost", async () => {
    const [alert] = tracingAlerts(watched);
    const forwarded = await forward(monitoring, "otel-collector", collectorMetricsPort);
    const prometheus = await startPrometheus([
      { job: jobs.collector, port: Number(new URL(forwarded.url).port), labels: { namespace: monitoring } },
    ]);
    try {
      const api = await signIn(platform);
      // The exporter tries for five minutes.
      await eventually(
        async () => {
          await api.tasks();
          expect(await prometheus.count(alert?.expr ?? "")).toBe(1);
        },
        480_000,
        5000,
      );
    } finally {
      await prometheus.stop();
      await forwarded[Symbol.asyncDispose]();
    }
  }, 600_000);

  test("with tail sampling keeps what is slow or has failed, and nothing else where none is asked for", async () => {
    await apply({
      ...collector,
      sampling: { kind: "tail", wait: "2s", slow: "1s", percent: 0 },
      exporters: { zipkin: exporters["zipkin"] ?? { kind: "zipkin", endpoint: "" } },
    });
    const input = await forward(monitoring, "otel-collector", zipkinPort);
    const span = (more: object) => ({
      traceId: newTrace(),
      id: randomBytes(8).toString("hex"),
      name: "of the test",
      kind: "SERVER",
      timestamp: Date.now() * 1000,
      duration: 1000,
      localEndpoint: { serviceName: "tester" },
      ...more,
    });
    const [ordinary, slow, failed] = [span({}), span({ duration: 2_000_000 }), span({ tags: { error: "it broke" } })];
    try {
      const response = await fetch(`${input.url}/api/v2/spans`, {
        method: "POST",
        headers: { "content-type": "application/json", connection: "close" },
        body: JSON.stringify([ordinary, slow, failed]),
      });
      expect(response.status).toBe(202);
      for (const { traceId } of [slow, failed])
        await eventually(async () => expect(await senders(traceId)).toEqual(["tester"]), 60_000, 500);
      expect(await senders(ordinary.traceId)).toEqual([]);
    } finally {
      await input[Symbol.asyncDispose]();
    }
  }, 300_000);
});
