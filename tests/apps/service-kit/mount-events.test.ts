import { randomUUID } from "node:crypto";
import { createServiceApp, currentContext, mountEvents, requireAppToken } from "@todo-platform/service-kit";
import type { Deduplicator } from "@todo-platform/service-kit";
import type { Envelope } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { asCloudEvent, sampleCreated, sampleTask } from "../../support/sample-events.ts";

const log = createMemoryLog();
const handled: Envelope[] = [];
const contexts: unknown[] = [];
const marked = new Set<string>();
let fault: Error | undefined;
let running: RunningApp;

const deduplicator: Deduplicator = {
  seen: async (ids) => new Set(ids.filter((id) => marked.has(id))),
  mark: async (ids) => ids.forEach((id) => marked.add(id)),
};

const handler = async (event: Envelope): Promise<void> => {
  if (fault) throw fault;
  handled.push(event);
  contexts.push(currentContext());
};

beforeAll(async () => {
  const handlers = {
    "task-events": {
      "task.created": handler,
      "task.updated": handler,
      "task.deleted": handler,
      "task.completed": handler,
    },
    reminders: { "reminder.due": handler },
  };
  const guard = requireAppToken("token");
  const app = createServiceApp({
    log,
    mount: (routes) => mountEvents({ app: routes, appId: "notification-service", handlers, guard, log, deduplicator }),
  });
  running = await runApp(app);
});

afterAll(() => running.stop());

beforeEach(() => {
  log.lines.length = handled.length = contexts.length = 0;
  fault = undefined;
});

const deliver = async (body: unknown, headers: Record<string, string> = { "dapr-api-token": "token" }) => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const all = { "content-type": "application/cloudevents+json", ...headers };
  const answer = await fetch(`${running.url}/task-events`, { method: "POST", headers: all, body: text });
  return { status: answer.status, body: await answer.json() };
};

const success = { status: 200, body: { status: "SUCCESS" } };
const drop = { status: 200, body: { status: "DROP" } };

test("a valid event is handled in its trace and with its correlation id, and acknowledged", async () => {
  const event = sampleCreated();
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  expect(await deliver(asCloudEvent(event), { "dapr-api-token": "token", traceparent })).toEqual(success);
  expect(handled).toEqual([event]);
  expect(contexts).toEqual([{ traceparent, correlationId: "click-1" }]);
});

test("a redelivered event is acknowledged and not handled again", async () => {
  const event = asCloudEvent(sampleCreated());
  expect(await deliver(event)).toEqual(success);
  expect(await deliver(event)).toEqual(success);
  expect(handled).toHaveLength(1);
});

const withData = (change: Record<string, unknown>): Record<string, unknown> => {
  const event = sampleCreated();
  return { ...asCloudEvent(event), data: { ...event, ...change } };
};

test.each([
  ["no JSON", "{"],
  ["empty body", ""],
  ["no object", "[]"],
  ["null", "null"],
  ["no CloudEvent", { hello: "world" }],
  ["no data", { ...asCloudEvent(sampleCreated()), data: undefined }],
  ["id that differs from the envelope's", { ...asCloudEvent(sampleCreated()), id: randomUUID() }],
  ["type that differs from the envelope's", { ...asCloudEvent(sampleCreated()), type: "task.updated" }],
  ["source that differs from the envelope's", { ...asCloudEvent(sampleCreated()), source: "mallory" }],
  ["missing correlation id", withData({ correlation_id: undefined })],
  ["a character that no database stores", withData({ correlation_id: "a\0" })],
  ["half a character", withData({ payload: { ...sampleCreated().payload, task_data: sampleTask("\ud800") } })],
  ["unknown version", withData({ event_version: "v2" })],
  ["payload of the wrong shape", withData({ payload: { task_id: 1 } })],
  [
    "task with an unknown field",
    withData({ payload: { ...sampleCreated().payload, task_data: { ...sampleTask(), x: 1 } } }),
  ],
  ["unknown event type", { ...withData({ event_type: "task.exploded" }), type: "task.exploded" }],
  ["event type of another topic", { ...withData({ event_type: "audit.recorded" }), type: "audit.recorded" }],
])("an event with %s is dropped to the dead letters, with an error in the log", async (_name, body) => {
  expect(await deliver(body)).toEqual(drop);
  expect(handled).toEqual([]);
  expect(log.lines.filter((line) => line.startsWith("error: event dropped: "))).toHaveLength(1);
});

test("the log names the first problems of an event that has very many", async () => {
  const tags = Array.from({ length: 10_000 }, (_, number) => number);
  const task_data = { ...sampleTask(), tags };
  expect(await deliver(withData({ payload: { ...sampleCreated().payload, task_data } }))).toEqual(drop);
  expect(log.lines.join().length).toBeLessThan(2000);
});

test("an event larger than 1 MiB is dropped", async () => {
  expect(await deliver(JSON.stringify("x".repeat(1024 * 1024)))).toEqual(drop);
});

test("the proof of a delivery path is acknowledged and not handled", async () => {
  const proof = { specversion: "1.0", id: "1", type: "platform.verify", source: "verify", data: "anything" };
  expect(await deliver(proof)).toEqual(success);
  expect(handled).toEqual([]);
});

test("a handler that throws makes a 500 without its message, and the event is handled when it comes again", async () => {
  const event = asCloudEvent(sampleCreated());
  fault = new Error("secret detail");
  const answer = await deliver(event);
  expect(answer).toEqual({
    status: 500,
    body: {
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      detail: "Something went wrong here; the log has the details.",
    },
  });
  expect(log.lines).toContain("error: POST /task-events failed: secret detail");
  fault = undefined;
  expect(await deliver(event)).toEqual(success);
  expect(handled).toHaveLength(1);
});

test.each([
  ["without the app's token", {}],
  ["with a wrong token", { "dapr-api-token": "tokem" }],
])("a delivery %s is answered 401 and not handled", async (_name, headers) => {
  expect((await deliver(asCloudEvent(sampleCreated()), headers as Record<string, string>)).status).toBe(401);
  expect(handled).toEqual([]);
});
