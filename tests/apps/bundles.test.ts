import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startAppPlatform } from "../support/app-platform.ts";
import type { AppPlatform } from "../support/app-platform.ts";

const root = join(import.meta.dirname, "../..");
let platform: AppPlatform;

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

beforeAll(async () => {
  buildAll();
  platform = await startAppPlatform();
}, 60_000);

afterAll(() => platform.stop());

test("the same sources give the same bundles", () => {
  const before = digestOfBundles();
  buildAll();
  expect(digestOfBundles()).toBe(before);
});

test("what has no server says in one line what it lacks, and fails", () => {
  const env = { ...process.env, PLAN_FILE: "/does/not/exist" };
  const bundle = join(root, "apps/kafka-provisioner/dist/main.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle], { env, encoding: "utf8" });
  const { msg } = JSON.parse(stdout) as { msg: string };
  expect([status, stderr]).toEqual([1, ""]);
  expect(msg).toBe("the broker could not be made ready: ENOENT: no such file or directory, open '/does/not/exist'");
});

test("every app is ready within 2 s and keeps below 128 MB", () => {
  for (const [app, { readyAfter, process: child }] of platform.apps) {
    const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
    expect({ app, slow: readyAfter > 2000, memory: memory > 128 ? memory : "fine" }).toEqual({
      app,
      slow: false,
      memory: "fine",
    });
  }
});

test("what an app reads from the secret store goes to the audit trail, by name", async () => {
  const reads = () =>
    platform.sidecar.published
      .map(({ cloudEvent }) => cloudEvent.data["payload"] as Record<string, string>)
      .filter(({ action }) => action === "secret.read")
      .map(({ user_id, detail }) => `${user_id}: ${detail}`)
      .sort();
  await expect
    .poll(reads)
    .toEqual([
      "audit-service: audit-postgres-credentials/connection-string, jwt-secret/key",
      "event-service: jwt-secret/key",
      "mcp-tools: jwt-secret/key",
      "notification-service: jwt-secret/key",
      "recurring-task-service: jwt-secret/key",
      "todo-backend: demo-user/password, demo-user/username, jwt-secret/key, postgres-credentials/connection-string",
    ]);
});

test("a task goes from the page to notifications and audit, with one trace and one correlation id", async () => {
  const page = platform.apps.get("todo-frontend")?.url;
  platform.sidecar.published.length = 0;
  const credentials = JSON.stringify({ username: "demo", password: "the-password" });
  const json = { "content-type": "application/json" };
  const session = await fetch(`${page}/api/sessions`, { method: "POST", headers: json, body: credentials });
  expect(session.status).toBe(201);
  const authorization = `Bearer ${((await session.json()) as { token: string }).token}`;
  const headers = { ...json, authorization, "x-correlation-id": "my-click-1" };
  const created = await fetch(`${page}/api/tasks`, { method: "POST", headers, body: '{"title":"Buy milk"}' });
  expect([created.status, created.headers.get("etag")]).toEqual([201, '"1"']);
  expect(created.headers.get("x-correlation-id")).toBe("my-click-1");
  const task = (await created.json()) as { id: string };
  const published = () => platform.sidecar.published.map((event) => event.cloudEvent.type);
  await expect.poll(published).toEqual(["audit.recorded", "task.created"]);
  const traceId = platform.sidecar.published[1]?.traceparent?.split("-")[1];
  const success = { status: 200, body: { status: "SUCCESS" } };
  expect(await platform.deliver()).toEqual([
    { app: "audit-service", route: "/audit-logs", ...success },
    { app: "notification-service", route: "/task-events", ...success },
    { app: "audit-service", route: "/task-events", ...success },
    { app: "recurring-task-service", route: "/task-events", ...success },
    { app: "event-service", route: "/events/task-created", ...success },
  ]);
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
  const summary = await fetch(`${page}/api/events/summary`, { headers: { authorization } });
  expect(await summary.json()).toEqual({ created: 1, updated: 0, deleted: 0, completed: 0 });
  const concerned = [...platform.apps].filter(([app]) => !["reminder-service", "mcp-tools"].includes(app));
  for (const [app, { lines }] of concerned) {
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, string>);
    const ofTrace = parsed.filter((line) => line["trace_id"] === traceId && line["correlation_id"] === "my-click-1");
    expect({ app, logged: ofTrace.length > 0 }).toEqual({ app, logged: true });
  }
});

test("every log line has exactly the agreed fields", () => {
  const always = ["level", "timestamp", "app_id", "trace_id", "span_id", "msg"];
  for (const line of [...platform.apps.values()].flatMap(({ lines }) => lines)) {
    const keys = Object.keys(JSON.parse(line) as object);
    expect(new Set(keys.filter((key) => key !== "correlation_id"))).toEqual(new Set(always));
  }
});

test("not ready is answered 503, naming what is missing", async () => {
  platform.sidecar.down.add("healthz");
  const answer = await fetch(`${platform.apps.get("todo-backend")?.url}/health/ready`);
  const reason = expect.stringMatching(/^GET \/healthz\/outbound answered 500/);
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { status: "not ready", checks: { app: "ok", dapr: reason, database: "ok" }, degraded: {} },
  ]);
  platform.sidecar.down.clear();
});

test("SIGTERM ends every app with exit code 0", async () => {
  for (const [app, { process: child }] of platform.apps) {
    const begin = performance.now();
    const code = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect({ app, code: await code, slow: performance.now() - begin > 10_000 }).toEqual({ app, code: 0, slow: false });
  }
});
