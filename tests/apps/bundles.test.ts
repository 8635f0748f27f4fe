import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { todoTopology } from "@todo-platform/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FakeSidecar } from "../support/fake-sidecar.ts";
import { freePort } from "../support/free-port.ts";
import { startPostgres } from "../support/postgres.ts";
import type { TestPostgres } from "../support/postgres.ts";

const root = join(import.meta.dirname, "../..");
const apps = Object.keys(todoTopology.apps).sort();
const appToken = "the-app-token";

interface Started {
  readonly url: string;
  readonly process: ChildProcess;
  readonly readyAfter: number;
  readonly lines: string[];
}

const started = new Map<string, Started>();
let postgres: TestPostgres;
let sidecar: FakeSidecar;

const buildAll = (): void => void execFileSync(process.execPath, [join(root, "apps/build.mjs")], { stdio: "pipe" });

/** Content of everything a build made, one hash. */
function digestOfBundles(): string {
  const hash = createHash("sha256");
  for (const file of globSync("apps/*/dist/**", { cwd: root }).sort()) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(file).update(readFileSync(path));
  }
  return hash.digest("hex");
}

async function startApp(app: string): Promise<Started> {
  const port = await freePort();
  const env = { APP_ID: app, APP_PORT: String(port), DAPR_HTTP_PORT: String(sidecar.port), APP_API_TOKEN: appToken };
  const begin = performance.now();
  const child = spawn(process.execPath, ["main.js"], { cwd: join(root, "apps", app, "dist"), env, stdio: "pipe" });
  const lines: string[] = [];
  child.stdout.on("data", (data: Buffer) => lines.push(...data.toString().trim().split("\n")));
  child.stderr.on("data", (data: Buffer) => lines.push(data.toString()));
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 400; attempt++) {
    if ((await fetch(`${url}/health/ready`).catch(() => undefined))?.ok) break;
    if (child.exitCode !== null) throw new Error(`${app} ended: ${lines.join("\n")}`);
    await delay(10);
  }
  return { url, process: child, readyAfter: performance.now() - begin, lines };
}

beforeAll(async () => {
  buildAll();
  [postgres, sidecar] = await Promise.all([startPostgres(), FakeSidecar.start()]);
  sidecar.secrets["postgres-credentials"] = { "connection-string": await postgres.createDatabase() };
  sidecar.secrets["audit-postgres-credentials"] = { "connection-string": await postgres.createDatabase() };
  sidecar.secrets["jwt-secret"] = { key: "a key that is long enough for HS256" };
  sidecar.secrets["demo-user"] = { username: "demo", password: "the-password" };
  for (const app of apps) started.set(app, await startApp(app));
  sidecar.invoked = ({ app, path, method, headers, body }) => {
    const passed = { ...headers, "dapr-api-token": appToken };
    delete (passed as Record<string, unknown>)["host"];
    delete (passed as Record<string, unknown>)["connection"];
    delete (passed as Record<string, unknown>)["content-length"];
    delete (passed as Record<string, unknown>)["transfer-encoding"];
    return fetch(`${started.get(app)?.url}${path}`, { method, headers: passed, ...(body ? { body } : {}) });
  };
}, 60_000);

afterAll(async () => {
  for (const app of started.values()) app.process.kill("SIGKILL");
  await sidecar.stop();
  await postgres.stop();
});

test("the same sources give the same bundles", () => {
  const before = digestOfBundles();
  buildAll();
  expect(digestOfBundles()).toBe(before);
});

test("every app is ready within 2 s and keeps below 128 MB", () => {
  for (const [app, { readyAfter, process: child }] of started) {
    const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
    console.error(`${app}: ready after ${Math.round(readyAfter)} ms, ${Math.round(memory)} MB`);
    expect({ app, slow: readyAfter > 2000, big: memory > 128 }).toEqual({ app, slow: false, big: false });
  }
});

/** Plays the broker: hands what was published to its subscribers, as their sidecars would. */
async function deliverPublished(): Promise<void> {
  for (const { topic, cloudEvent, traceparent } of sidecar.published.splice(0)) {
    const { subscribers } = todoTopology.topics[topic as keyof typeof todoTopology.topics];
    for (const [app, { route }] of Object.entries(subscribers as Record<string, { route: string }>)) {
      const headers = { "dapr-api-token": appToken, "content-type": "application/cloudevents+json" };
      const trace = traceparent ? { traceparent } : {};
      const body = JSON.stringify({ ...cloudEvent, topic, pubsubname: "kafka-pubsub", traceparent });
      const answer = await fetch(started.get(app)!.url + route, {
        method: "POST",
        headers: { ...headers, ...trace },
        body,
      });
      expect({ app, route, status: answer.status, body: await answer.json() }).toEqual({
        app,
        route,
        status: 200,
        body: { status: "SUCCESS" },
      });
    }
  }
}

test("a task goes from the page through the backend to notifications and audit, with one trace and correlation id", async () => {
  const page = started.get("todo-frontend")!.url;
  const credentials = JSON.stringify({ username: "demo", password: "the-password" });
  const json = { "content-type": "application/json" };
  const session = await fetch(`${page}/api/sessions`, { method: "POST", headers: json, body: credentials });
  expect(session.status).toBe(201);
  const { token } = (await session.json()) as { token: string };
  const authorization = `Bearer ${token}`;
  const headers = { ...json, authorization, "x-correlation-id": "my-click-1" };
  const created = await fetch(`${page}/api/tasks`, { method: "POST", headers, body: '{"title":"Buy milk"}' });
  expect([created.status, created.headers.get("etag"), created.headers.get("x-correlation-id")]).toEqual([
    201,
    '"1"',
    "my-click-1",
  ]);
  const task = (await created.json()) as { id: string };
  await expect
    .poll(() => sidecar.published.map((event) => event.cloudEvent.type))
    .toEqual(["audit.recorded", "task.created"]);
  const traceparent = sidecar.published[1]?.traceparent;
  await deliverPublished();
  const notifications = await fetch(`${page}/api/notifications`, { headers: { authorization } });
  expect(await notifications.json()).toMatchObject({
    notifications: [
      { message: "You have signed in." },
      { message: "Task added: Buy milk", task_id: task.id, correlation_id: "my-click-1" },
    ],
  });
  const audit = await fetch(`${page}/api/audit?task_id=${task.id}`, { headers: { authorization } });
  expect(await audit.json()).toMatchObject({
    entries: [{ event_type: "task.created", correlation_id: "my-click-1", source: "todo-backend" }],
  });
  const traceId = traceparent?.split("-")[1];
  for (const app of apps) {
    const lines = started.get(app)!.lines.map((line) => JSON.parse(line) as Record<string, string>);
    const ofTrace = lines.filter((line) => line["trace_id"] === traceId && line["correlation_id"] === "my-click-1");
    expect({ app, logged: ofTrace.length > 0 }).toEqual({ app, logged: true });
  }
});

test("every log line has exactly the agreed fields", () => {
  const always = ["level", "timestamp", "app_id", "trace_id", "span_id", "msg"];
  for (const { lines } of started.values()) {
    for (const line of lines) {
      const keys = Object.keys(JSON.parse(line) as object);
      expect(new Set(keys.filter((key) => key !== "correlation_id"))).toEqual(new Set(always));
    }
  }
});

test("SIGTERM ends every app with exit code 0", async () => {
  for (const [app, { process: child }] of started) {
    const begin = performance.now();
    const code = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect({ app, code: await code, slow: performance.now() - begin > 10_000 }).toEqual({ app, code: 0, slow: false });
  }
});
