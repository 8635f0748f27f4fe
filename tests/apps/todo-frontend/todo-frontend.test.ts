import { get, request } from "node:http";
import { join } from "node:path";
import { createInvoker, DaprClient } from "@todo-platform/service-kit";
import type { Notification } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApp } from "../../../apps/todo-frontend/src/app.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import type { Invocation } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";

const calls: Invocation[] = [];
const stopping = new AbortController();
let sidecar: FakeSidecar;
let running: RunningApp;
let answer: () => Response | Promise<Response>;

beforeAll(async () => {
  sidecar = await FakeSidecar.start();
  sidecar.invoked = async (call) => {
    calls.push(call);
    return answer();
  };
  const invoker = createInvoker(new DaprClient({ port: sidecar.port }));
  const webRoot = join(import.meta.dirname, "../../../apps/todo-frontend/web");
  running = await runApp(createApp({ log: createMemoryLog(), invoker, webRoot, stopping: stopping.signal }));
});

afterAll(async () => {
  await running.stop();
  await sidecar.stop();
});

beforeEach(() => {
  calls.length = 0;
  sidecar.down.clear();
  answer = () => Response.json({});
});

test("an API call reaches its app with method, body, query and headers, and its answer comes back", async () => {
  answer = () =>
    new Response('{"id":"1"}', {
      status: 201,
      headers: { etag: '"1"', "content-type": "application/json", "x-secret": "s" },
    });
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const sent = { authorization: "Bearer x", "if-match": '"3"', "x-correlation-id": "c-1", cookie: "a=b", traceparent };
  const headers = { ...sent, "content-type": "application/json" };
  const got = await fetch(`${running.url}/api/tasks?x=1`, { method: "POST", headers, body: '{"title":"ä"}' });
  expect(calls).toMatchObject([{ app: "todo-backend", path: "/api/tasks?x=1", method: "POST", body: '{"title":"ä"}' }]);
  const { cookie, ...passed } = headers;
  expect([calls[0]?.headers, cookie]).toMatchObject([passed, "a=b"]);
  expect(calls[0]?.headers).not.toHaveProperty("cookie");
  expect([got.status, got.headers.get("etag"), got.headers.get("x-correlation-id"), await got.text()]).toEqual([
    201,
    '"1"',
    "c-1",
    '{"id":"1"}',
  ]);
  expect(got.headers.has("x-secret")).toBe(false);
});

test("a GET with a body reaches its app, without the body", async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { "content-length": "2" };
    const sent = request(`${running.url}/api/tasks`, { headers }, (response) => resolve(response.resume().statusCode));
    sent.on("error", reject).end("{}");
  });
  expect([status, calls.map(({ body }) => body)]).toEqual([200, [""]]);
});

test("a query with characters that a URL writes in another way reaches its app", async () => {
  const path = "/api/tasks?search='a\"<b>`{|}^#c";
  const status = await new Promise((resolve, reject) => {
    get(`${running.url}`, { path }, (response) => resolve(response.resume().statusCode)).on("error", reject);
  });
  expect([status, calls[0]?.path]).toEqual([200, "/api/tasks?search=%27a%22%3Cb%3E`{|}^"]);
});

test("a call without a trace starts one, and a correlation id", async () => {
  await fetch(`${running.url}/api/tasks`);
  expect(calls[0]?.headers["traceparent"]).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(calls[0]?.headers["x-correlation-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ["/api/tasks/1/complete", "todo-backend"],
  ["/api/notifications", "notification-service"],
  ["/api/audit", "audit-service"],
  ["/api/events/summary", "event-service"],
  ["/api/events", "todo-backend"],
  ["/api/audit/x", "todo-backend"],
  ["/api/recurring/1", "todo-backend"],
  ["/api/sessions/current", "todo-backend"],
])("%s is answered by %s", async (path, app) => {
  await fetch(running.url + path);
  expect(calls.map((call) => call.app)).toEqual([app]);
});

test.each(["/api", "/api/", "/api//x", "/api/%2e%2e/x", "/api/..%2fsecrets", "/api/a%2fb", "/api/a.b", "/api/ä"])(
  "%s is not passed on",
  async (path) => {
    expect((await fetch(running.url + path)).status).toBe(404);
    expect(calls).toEqual([]);
  },
);

test.each([
  ["a refusal of the app", 412, "application/problem+json", 412],
  ["an error of the sidecar", 500, "application/json", 502],
  ["a refusal by access control", 403, "application/json", 502],
])("%s with status %i is answered %s as %i", async (_name, status, type, expected) => {
  answer = () => new Response('{"detail":"x"}', { status, headers: { "content-type": type } });
  expect((await fetch(`${running.url}/api/tasks`)).status).toBe(expected);
});

test("a sidecar that is down is answered 502 as problem+json", async () => {
  sidecar.down.add("invoke");
  const got = await fetch(`${running.url}/api/tasks`);
  expect(await got.json()).toMatchObject({
    status: 502,
    detail: "The service is not available at the moment. Try again.",
  });
});

const mcp = (init: RequestInit, path = "/mcp"): Promise<Response> => fetch(running.url + path, init);

test("a message to the tools reaches them with the headers of MCP and no other, and the answer comes back", async () => {
  const type = "text/event-stream";
  answer = () => new Response("data: {}\n\n", { headers: { "content-type": type, "mcp-session-id": "s2" } });
  const passed = {
    authorization: "Bearer x",
    "mcp-protocol-version": "2025-06-18",
    "mcp-session-id": "s1",
    accept: type,
  };
  const headers = { ...passed, "content-type": "application/json", cookie: "a=b", "if-match": '"1"' };
  const got = await mcp({ method: "POST", headers, body: '{"jsonrpc":"2.0"}' });
  expect(calls).toMatchObject([{ app: "mcp-tools", path: "/mcp", method: "POST", body: '{"jsonrpc":"2.0"}' }]);
  expect(calls[0]?.headers).toMatchObject(passed);
  expect(["cookie", "if-match"].filter((name) => name in (calls[0]?.headers ?? {}))).toEqual([]);
  const shown = [got.status, got.headers.get("content-type"), got.headers.get("mcp-session-id"), await got.text()];
  expect(shown).toEqual([200, type, "s2", "data: {}\n\n"]);
});

test("a refusal of the tools is passed on, an error of the sidecar is not", async () => {
  const json = { "content-type": "application/json" };
  answer = () => new Response('{"jsonrpc":"2.0","error":{"code":-32600}}', { status: 400, headers: json });
  expect((await mcp({ method: "POST", body: "{}" })).status).toBe(400);
  answer = () => new Response('{"errorCode":"ERR_DIRECT_INVOKE"}', { status: 500, headers: json });
  expect((await mcp({ method: "POST", body: "{}" })).status).toBe(502);
});

test.each([
  ["GET", "/mcp", 405],
  ["DELETE", "/mcp", 405],
  ["POST", "/mcp/", 404],
  ["POST", "/MCP", 404],
  ["POST", "/mcp/x", 404],
])("%s %s is answered %i and not passed on", async (method, path, status) => {
  expect([(await mcp({ method }, path)).status, calls]).toEqual([status, []]);
});

test("a message to the tools that is larger than 1 MiB is refused", async () => {
  const got = await mcp({ method: "POST", body: "x".repeat(1024 * 1024 + 1) });
  expect([got.status, calls]).toEqual([413, []]);
});

test("the page is served with a policy that allows no inline script or style, and holds none", async () => {
  const got = await fetch(running.url);
  const policy = got.headers.get("content-security-policy") ?? "";
  const page = await got.text();
  expect([got.status, policy.includes("unsafe"), policy.includes("default-src 'none'")]).toEqual([200, false, true]);
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/i);
});

const notification = (id: string): Notification => ({
  id,
  user_id: "ann",
  event_type: "task.created",
  task_id: "t",
  title: "x",
  message: `Message ${id}`,
  correlation_id: "c",
  created_at: "2026-01-02T03:04:05.000Z",
});

test("the live feed sends each notification once, in unsampled traces, and ends when the token is refused", async () => {
  const lists = [["1"], ["1"], ["1", "2"]];
  answer = () => {
    const ids = lists.shift();
    if (!ids) return Response.json({}, { status: 401, headers: { "content-type": "application/problem+json" } });
    return Response.json({ notifications: ids.map(notification) });
  };
  const got = await fetch(`${running.url}/api/live`, { headers: { authorization: "Bearer x" } });
  const blocks = (await got.text()).split("\n\n").filter((block) => block.startsWith("event"));
  expect(blocks).toEqual([
    'event: state\ndata: "live"',
    `event: notifications\ndata: ${JSON.stringify([notification("1")])}`,
    `event: notifications\ndata: ${JSON.stringify([notification("2")])}`,
    'event: state\ndata: "signed-out"',
  ]);
  expect(calls.map(({ headers }) => headers["traceparent"]?.slice(-3))).toEqual(["-00", "-00", "-00", "-00"]);
  expect(calls.map(({ path }) => path)).toEqual([
    "/api/notifications",
    ...Array.from({ length: 3 }, () => "/api/notifications?since=2026-01-02T03%3A03%3A05.000Z"),
  ]);
}, 10_000);

test("the live feed asks for a bearer token", async () => {
  expect((await fetch(`${running.url}/api/live`)).status).toBe(401);
});

test("stopping ends the live feeds", async () => {
  answer = () => Response.json({ notifications: [] });
  const got = await fetch(`${running.url}/api/live`, { headers: { authorization: "Bearer x" } });
  setTimeout(() => stopping.abort(), 50);
  expect(await got.text()).toContain('event: state\ndata: "live"');
});
