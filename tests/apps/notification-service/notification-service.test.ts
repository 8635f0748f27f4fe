import { createStateStore, DaprClient, signToken } from "@todo-platform/service-kit";
import type { Notification } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApp } from "../../../apps/notification-service/src/app.ts";
import { createEventMemory } from "../../../apps/notification-service/src/stores/event-memory.ts";
import { createNotificationStore } from "../../../apps/notification-service/src/stores/notification-store.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { asCloudEvent, sampleCreated, sampleTask } from "../../support/sample-events.ts";

const jwtKey = "a key that is long enough for HS256";
let sidecar: FakeSidecar;
let running: RunningApp;

beforeAll(async () => {
  sidecar = await FakeSidecar.start();
  const state = createStateStore(new DaprClient({ port: sidecar.port }), "statestore");
  const notifications = createNotificationStore(state);
  const deduplicator = createEventMemory(state);
  const unused = { send: () => Promise.reject(new Error("no task event leaves the page")) };
  const channels = { email: unused, push: unused };
  running = await runApp(
    createApp({ log: createMemoryLog(), appToken: "t", jwtKey, notifications, channels, deduplicator }),
  );
});

afterAll(async () => {
  await running.stop();
  await sidecar.stop();
});

beforeEach(() => {
  sidecar.state.clear();
  sidecar.down.clear();
});

async function post(route: string, body: unknown, headers: Record<string, string> = { "dapr-api-token": "t" }) {
  const all = { "content-type": "application/json", ...headers };
  const answer = await fetch(running.url + route, { method: "POST", headers: all, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

async function get(user: string, query: string): Promise<Response> {
  const headers = { "dapr-api-token": "t", authorization: `Bearer ${await signToken(jwtKey, user)}` };
  return fetch(`${running.url}/api/notifications${query}`, { headers });
}

async function list(user: string, query = ""): Promise<Notification[]> {
  return ((await (await get(user, query)).json()) as { notifications: Notification[] }).notifications;
}

const success = { status: 200, body: { status: "SUCCESS" } };

test("a task event becomes one notification of the task's owner, however often it comes", async () => {
  const event = sampleCreated(sampleTask("ann"));
  expect(await post("/task-events", asCloudEvent(event))).toEqual(success);
  expect(await post("/task-events", asCloudEvent(event))).toEqual(success);
  expect(await list("ann")).toEqual([
    {
      id: event.event_id,
      user_id: "ann",
      event_type: "task.created",
      task_id: event.payload.task_id,
      title: "Buy milk",
      message: "Task added: Buy milk",
      correlation_id: "click-1",
      created_at: event.timestamp,
    },
  ]);
  expect(await list("bob")).toEqual([]);
});

test("a redelivery after a crash between storing and remembering adds nothing", async () => {
  const event = sampleCreated(sampleTask("ann"));
  await post("/task-events", asCloudEvent(event));
  sidecar.state.delete(`event-${event.event_id}`);
  expect(await post("/task-events", asCloudEvent(event))).toEqual(success);
  expect(await list("ann")).toHaveLength(1);
});

test("a bulk delivery takes as many calls to the state store as one event and a list for each user", async () => {
  const events = ["ann", "bob", "ann", "ann"].map((user) => sampleCreated(sampleTask(user)));
  const entries = events.map((event, index) => ({ entryId: String(index), event: asCloudEvent(event) }));
  sidecar.calls.length = 0;
  const statuses = entries.map(({ entryId }) => ({ entryId, status: "SUCCESS" }));
  expect(await post("/task-events", { entries })).toEqual({ status: 200, body: { statuses } });
  expect([...sidecar.calls].sort()).toEqual([
    "GET /v1.0/state/statestore/user-ann-notifications?consistency=strong",
    "GET /v1.0/state/statestore/user-bob-notifications?consistency=strong",
    "POST /v1.0/state/statestore/bulk?",
    ...Array.from({ length: 3 }, () => "POST /v1.0/state/statestore?"),
  ]);
  const ids = async (user: string) => (await list(user)).map(({ id }) => id);
  const own = (user: string) => events.filter(({ payload }) => payload.user_id === user).map((event) => event.event_id);
  expect([await ids("ann"), await ids("bob")]).toEqual([own("ann"), own("bob")]);
  sidecar.calls.length = 0;
  expect(await post("/task-events", { entries })).toEqual({ status: 200, body: { statuses } });
  expect(sidecar.calls).toEqual(["POST /v1.0/state/statestore/bulk?"]);
});

test("events handled at once all arrive", async () => {
  const events = Array.from({ length: 8 }, () => asCloudEvent(sampleCreated(sampleTask("ann"))));
  expect(await Promise.all(events.map((event) => post("/task-events", event)))).toEqual(events.map(() => success));
  expect(await list("ann")).toHaveLength(8);
});

test("a user keeps the last 100 notifications", async () => {
  for (let number = 1; number <= 103; number++) {
    await post("/send-notification", { user_id: "ann", message: `Message ${number}` });
  }
  const messages = (await list("ann")).map(({ message }) => message);
  expect([messages.length, messages[0], messages.at(-1)]).toEqual([100, "Message 4", "Message 103"]);
});

test("only notifications after `since` are listed", async () => {
  await post("/task-events", asCloudEvent(sampleCreated(sampleTask("ann"))));
  expect(await list("ann", "?since=2026-01-02T03:04:04Z")).toHaveLength(1);
  expect(await list("ann", "?since=2026-01-02T03:04:05Z")).toHaveLength(0);
});

test("while the state store is down an event is answered 500, so that Dapr brings it again", async () => {
  sidecar.down.add("state");
  const event = asCloudEvent(sampleCreated(sampleTask("ann")));
  expect((await post("/task-events", event)).status).toBe(500);
  sidecar.down.clear();
  expect(await post("/task-events", event)).toEqual(success);
  expect(await list("ann")).toHaveLength(1);
});

test("while the state store is down the list is answered 503", async () => {
  sidecar.down.add("state");
  expect((await get("ann", "")).status).toBe(503);
});

test("every route but health asks for the app's token, and the list for a bearer token", async () => {
  const statuses = [
    (await post("/task-events", asCloudEvent(sampleCreated()), {})).status,
    (await post("/send-notification", { user_id: "ann", message: "x" }, {})).status,
    (await fetch(`${running.url}/api/notifications`)).status,
    (await fetch(`${running.url}/api/notifications`, { headers: { "dapr-api-token": "t" } })).status,
  ];
  expect(statuses).toEqual([401, 401, 401, 401]);
});
