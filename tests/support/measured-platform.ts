import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, credentials } from "@grpc/grpc-js";
import { stringify } from "yaml";
import { offerOutboxMetrics } from "../../apps/todo-backend/src/events/outbox-metrics.ts";
import { createServiceApp } from "../../apps/service-kit/src/create-service-app.ts";
import { countEvent, serveMetrics } from "../../apps/service-kit/src/metrics.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools, programPath } from "../../local/toolchain/ensure-tools.ts";
import { freePort } from "./free-port.ts";
import { createMemoryLog } from "./memory-log.ts";
import { startPrometheus, type RunningPrometheus, type ScrapeTarget } from "./prometheus.ts";

/** A real Prometheus that scrapes a real daprd and an app of ours. */
export type MeasuredPlatform = RunningPrometheus;

const component = (name: string, type: string) => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "Component",
  metadata: { name },
  spec: { type, version: "v1", metadata: [] },
});

const subscription = (topic: string, bulk: boolean) => ({
  apiVersion: "dapr.io/v2alpha1",
  kind: "Subscription",
  metadata: { name: topic },
  spec: {
    topic,
    pubsubname: "kafka-pubsub",
    routes: { default: bulk ? "/bulk" : "/events" },
    ...(bulk ? { bulkSubscribe: { enabled: true, maxMessagesCount: 10, maxAwaitDurationMs: 50 } } : {}),
  },
});

const resources = [
  component("kafka-pubsub", "pubsub.in-memory"),
  component("statestore", "state.in-memory"),
  ...[subscription("task-events", false), subscription("task-events-dead-letter", false), subscription("bulk", true)],
];

/** An app behind the sidecar that takes every event, and answers `/api` with 200 and 500. */
const startApp = async (): Promise<Server> => {
  const app = createServiceApp({
    log: createMemoryLog(),
    mount: (express) => {
      express.get("/dapr/subscribe", (_, response) => void response.json([]));
      express.get("/api/tasks", (_, response) => void response.json([]));
      express.get("/api/broken", (_, response) => void response.status(500).end());
      express.post("/bulk", (request, response) => {
        const chunks: Buffer[] = [];
        request.on("data", (chunk: Buffer) => chunks.push(chunk));
        request.on("end", () => {
          const { entries } = JSON.parse(Buffer.concat(chunks).toString()) as { entries: { entryId: string }[] };
          response.json({ statuses: entries.map(({ entryId }) => ({ entryId, status: "SUCCESS" })) });
        });
      });
      express.use((_, response) => void response.json({}));
    },
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
};

interface SidecarPorts {
  readonly http: number;
  readonly grpc: number;
  readonly metrics: number;
}

const startDaprd = async (folder: string, appPort: number, ports: SidecarPorts): Promise<ChildProcess> => {
  const { http, grpc, metrics } = ports;
  const [internal, open] = [await freePort(), await freePort()];
  await mkdir(join(folder, "resources"));
  await writeFile(join(folder, "resources/all.yaml"), resources.map((each) => stringify(each)).join("---\n"));
  return spawn(programPath("dapr", "daprd"), [
    ...["--app-id", "todo-backend", "--app-port", `${appPort}`, "--resources-path", join(folder, "resources")],
    ...["--dapr-http-port", `${http}`, "--dapr-grpc-port", `${grpc}`, "--dapr-internal-grpc-port", `${internal}`],
    ...["--dapr-public-port", `${open}`, "--dapr-listen-addresses", "127.0.0.1"],
    ...["--metrics-port", `${metrics}`, "--metrics-listen-address", "127.0.0.1"],
    ...["--placement-host-address", "", "--scheduler-host-address", ""],
  ]);
};

/** A target with the labels that the monitors give it in a cluster. */
const target = (job: string, port: number): ScrapeTarget => ({
  job,
  port,
  labels: { namespace: "todo-app", app: "todo-backend", pod: "todo-backend-1" },
});

const answers = async (url: string, init?: RequestInit): Promise<boolean> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );

/** One call by gRPC, whose empty message needs no description of the service. */
const callGrpc = async (port: number): Promise<void> => {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  const raw = (bytes: Buffer): Buffer => bytes;
  await new Promise((resolve) => {
    client.makeUnaryRequest("/dapr.proto.runtime.v1.Dapr/GetMetadata", raw, raw, Buffer.alloc(0), resolve);
  });
  client.close();
};

/** Requests, events and state operations of every kind that the dashboards show, again and again. */
const work = async (sidecar: string, app: string): Promise<void> => {
  const post = (path: string, body: unknown) =>
    answers(`${sidecar}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const entry = { entryId: "1", event: { a: 1 }, contentType: "application/json" };
  await post("/v1.0/publish/kafka-pubsub/task-events", { a: 1 });
  await post("/v1.0/publish/kafka-pubsub/task-events-dead-letter", { a: 1 });
  await post("/v1.0-alpha1/publish/bulk/kafka-pubsub/bulk", [entry]);
  await post("/v1.0/state/statestore", [{ key: "k", value: 1 }]);
  await answers(`${sidecar}/v1.0/invoke/nobody/method/x`);
  await answers(`${sidecar}/v1.0/invoke/todo-backend/method/api/tasks`);
  await answers(`${app}/api/tasks`);
  await answers(`${app}/api/broken`);
  countEvent("task.created", "handled");
};

/**
 * Starts all of it, works for some seconds, and waits until Prometheus has seen it.
 * @param others What Prometheus is to scrape, too
 */
export const startMeasuredPlatform = async (others: readonly ScrapeTarget[] = []): Promise<MeasuredPlatform> => {
  await ensureTools(["dapr", "prometheus"], createProgress());
  const folder = await mkdtemp(join(tmpdir(), "measured-"));
  const ports = { http: await freePort(), grpc: await freePort(), metrics: await freePort() };
  const appMetrics = await freePort();
  const app = await startApp();
  const { port: appPort } = app.address() as AddressInfo;
  const own = serveMetrics(appMetrics);
  offerOutboxMetrics(() => Promise.resolve({ waiting: 2, age: 3000 }));
  const daprd = await startDaprd(folder, appPort, ports);
  const scraped = [target("dapr-sidecar", ports.metrics), target("app", appMetrics)];
  const prometheus = await startPrometheus([...scraped, ...others]);
  const sidecar = `http://127.0.0.1:${ports.http}`;
  for (let tries = 0; !(await answers(`${sidecar}/v1.0/healthz`)) && tries < 100; tries++) await sleep(200);
  for (let second = 0; second < 8; second++) {
    await work(sidecar, `http://127.0.0.1:${appPort}`);
    await callGrpc(ports.grpc);
    await sleep(1000);
  }
  const stop = async (): Promise<void> => {
    const ended = daprd.exitCode === null && once(daprd, "exit");
    daprd.kill("SIGKILL");
    await ended;
    await prometheus.stop();
    app.closeAllConnections();
    app.close();
    own.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { stop, count: (query) => prometheus.count(query) };
};
