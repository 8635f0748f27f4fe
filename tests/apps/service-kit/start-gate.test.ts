import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { createServiceApp } from "@todo-platform/service-kit";
import type { Degradation, HealthCheck, RunningService } from "@todo-platform/service-kit";
import { afterEach, expect, test } from "vitest";
import { createStartGate } from "../../../apps/service-kit/src/start-gate.ts";
import { createMemoryLog } from "../../support/memory-log.ts";

const log = createMemoryLog();
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function startGate(
  checks: Record<string, HealthCheck>,
  degradations: Record<string, Degradation> = {},
  eventChecks: Record<string, HealthCheck> = {},
) {
  const { promise: started, resolve } = Promise.withResolvers<RunningService>();
  const server = createServer(
    createStartGate({
      log,
      started,
      checks: () => checks,
      degradations: () => degradations,
      eventChecks: () => eventChecks,
    }),
  );
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const get = async (path: string, method = "GET") => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method });
    return { status: answer.status, body: await answer.json() };
  };
  const app = createServiceApp({
    log,
    mount: (routes) => routes.get("/x", (_request, response) => response.json("x")),
  });
  return { get, start: () => resolve({ app }) };
}

test("the health routes are for reading only", async () => {
  const { get, start } = await startGate({});
  start();
  expect([(await get("/health")).status, (await get("/health", "POST")).status]).toEqual([200, 404]);
});

test("before the app has started it is alive and not ready", async () => {
  const { get } = await startGate({
    app: () => {
      throw new Error("not started yet");
    },
    fine: () => Promise.resolve(),
    broken: () => Promise.reject(new Error("it is down")),
  });
  expect(await get("/health")).toEqual({ status: 200, body: { status: "ok" } });
  expect(await get("/health/ready")).toEqual({
    status: 503,
    body: { status: "not ready", checks: { app: "not started yet", fine: "ok", broken: "it is down" }, degraded: {} },
  });
});

test("a check that never answers makes the app not ready after 2 s, and no check leaves a fault behind", async () => {
  const { get } = await startGate({
    stuck: () => new Promise(() => undefined),
    app: () => {
      throw new Error("not started yet");
    },
  });
  const checks = { stuck: "no answer within 2000 ms", app: "not started yet" };
  expect(await get("/health/ready")).toEqual({ status: 503, body: { status: "not ready", checks, degraded: {} } });
  // A rejection that nobody handles would fail this run.
  await delay(100);
});

test("what the app can do without is named and leaves it ready", async () => {
  const { get } = await startGate(
    { fine: () => undefined },
    { cache: () => "it is down", events: () => Promise.resolve(undefined) },
  );
  const body = { status: "ready", checks: { fine: "ok" }, degraded: { cache: "it is down" } };
  expect(await get("/health/ready")).toEqual({ status: 200, body });
});

test("the sidecar is told to hold events back while a part fails that handling them needs", async () => {
  let down = false;
  const state = () => (down ? Promise.reject(new Error("it is down")) : undefined);
  const { get } = await startGate({}, {}, { state });
  const answer = (status: string, state: string) => ({ status, checks: { state }, degraded: {} });
  expect(await get("/health/events")).toEqual({ status: 200, body: answer("ready", "ok") });
  down = true;
  expect(await get("/health/events")).toEqual({ status: 503, body: answer("not ready", "it is down") });
  expect(await get("/health")).toMatchObject({ status: 200 });
});

test("a request that comes while the app starts is answered by the app, not by 404", async () => {
  const { get, start } = await startGate({});
  const answer = get("/x");
  setTimeout(start, 100);
  expect(await answer).toEqual({ status: 200, body: "x" });
});

test("an app that does not start in time answers 503", async () => {
  const { get } = await startGate({});
  expect(await get("/x")).toMatchObject({ status: 503, body: { detail: "The app is still starting." } });
});
