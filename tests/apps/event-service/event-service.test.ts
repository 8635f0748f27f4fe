import { randomUUID } from "node:crypto";
import { createStateStore, DaprClient, signToken } from "@todo-platform/service-kit";
import type { EventOf, Task } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../apps/event-service/src/app.ts";
import { createEventMemory } from "../../../apps/event-service/src/stores/event-memory.ts";
import { createSummaryStore, knownEvents } from "../../../apps/event-service/src/stores/summary-store.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { sampleCreated, sampleTask } from "../../support/sample-events.ts";

type Kind = "created" | "updated" | "deleted" | "completed";

const jwtKey = "a key that is long enough for HS256";
const kinds: readonly Kind[] = ["created", "updated", "deleted", "completed"];
const routes = ["/events", ...kinds.map((kind) => `/events/task-${kind}`)];
const none = { created: 0, updated: 0, deleted: 0, completed: 0 };
const success = { status: 200, body: { status: "SUCCESS" } };
let sidecar: FakeSidecar;
let running: RunningApp;

beforeAll(async () => {
  sidecar = await FakeSidecar.start();
  const state = createStateStore(new DaprClient({ port: sidecar.port }), "statestore");
  const [summaries, memory] = [createSummaryStore(state), createEventMemory(state)];
  running = await runApp(createApp({ log: createMemoryLog(), appToken: "t", jwtKey, summaries, memory }));
});

afterAll(async () => {
  await running.stop();
  await sidecar.stop();
});

beforeEach(() => {
  sidecar.state.clear();
  sidecar.down.clear();
});

/** The delivery of an event of `kind`, as the sidecar makes it. */
function delivery(kind: Kind, task: Task = sampleTask("ann")) {
  const created = sampleCreated(task);
  const event_type = `task.${kind}` as const;
  const event = { ...created, event_type, payload: { ...created.payload, event_type } } as EventOf<typeof event_type>;
  const { event_id: id, event_type: type, source } = event;
  return { specversion: "1.0", id, type, source, topic: "task-events", pubsubname: "kafka-pubsub", data: event };
}

async function post(route: string, body: unknown, token = "t") {
  const headers = { "dapr-api-token": token, "content-type": "application/cloudevents+json" };
  const answer = await fetch(running.url + route, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

async function summary(user: string): Promise<unknown> {
  const headers = { "dapr-api-token": "t", authorization: `Bearer ${await signToken(jwtKey, user)}` };
  return (await fetch(`${running.url}/api/events/summary`, { headers })).json();
}

describe("the summary", () => {
  test.each(kinds)("counts task.%s on its route, once, for the task's owner only", async (kind) => {
    const event = delivery(kind);
    expect(await post(`/events/task-${kind}`, event)).toEqual(success);
    expect(await post(`/events/task-${kind}`, event)).toEqual(success);
    expect(await summary("ann")).toEqual({ ...none, [kind]: 1 });
    expect(await summary("bob")).toEqual(none);
  });

  test("counts a redelivery after a crash between counting and remembering once", async () => {
    const event = delivery("created");
    await post("/events/task-created", event);
    sidecar.state.delete(`counted-${event.id}`);
    expect(await post("/events/task-created", event)).toEqual(success);
    expect(await summary("ann")).toEqual({ ...none, created: 1 });
  });

  test("counts every one of the events that come at once", async () => {
    const events = kinds.flatMap((kind) => [delivery(kind), delivery(kind)]);
    const answers = events.map((event) => post(event.type.replace("task.", "/events/task-"), event));
    expect(await Promise.all(answers)).toEqual(events.map(() => success));
    expect(await summary("ann")).toEqual({ created: 2, updated: 2, deleted: 2, completed: 2 });
  });

  test("goes on beyond the events that it knows by id", async () => {
    const summaries = createSummaryStore(createStateStore(new DaprClient({ port: sidecar.port }), "statestore"));
    for (let event = 0; event < knownEvents + 3; event++) await summaries.count("ann", "updated", randomUUID());
    expect(await summary("ann")).toEqual({ ...none, updated: knownEvents + 3 });
  });
});

test("an event that a wrong rule sends to another's route is counted by its own type", async () => {
  expect(await post("/events/task-deleted", delivery("updated"))).toEqual(success);
  expect(await summary("ann")).toEqual({ ...none, updated: 1 });
});

describe.each(routes)("on %s", (route) => {
  test("the proof of a delivery path is acknowledged and stored nowhere", async () => {
    const proof = { specversion: "1.0", id: "1", type: "platform.verify", source: "todo-backend", data: {} };
    expect(await post(route, proof)).toEqual(success);
    expect([...sidecar.state.keys()]).toEqual([]);
  });

  test("an event of an unknown type is dropped to the dead letters", async () => {
    const event = delivery("created");
    const unknown = { ...event, type: "task.exploded", data: { ...event.data, event_type: "task.exploded" } };
    expect(await post(route, unknown)).toEqual({ status: 200, body: { status: "DROP" } });
    expect([...sidecar.state.keys()]).toEqual([]);
  });

  test("a delivery without the app's token is refused", async () => {
    expect((await post(route, delivery("created"), "x")).status).toBe(401);
    expect([...sidecar.state.keys()]).toEqual([]);
  });

  test("while the state store is down an event is answered 500 and counted when it comes again", async () => {
    const event = delivery("completed");
    sidecar.down.add("state");
    expect((await post(route, event)).status).toBe(500);
    sidecar.down.clear();
    expect(await post(route, event)).toEqual(success);
    expect(await summary("ann")).toEqual({ ...none, completed: 1 });
  });
});

test("the summary asks for the app's token and for a bearer token", async () => {
  const url = `${running.url}/api/events/summary`;
  const authorization = `Bearer ${await signToken(jwtKey, "ann")}`;
  const statuses = [
    (await fetch(url)).status,
    (await fetch(url, { headers: { authorization } })).status,
    (await fetch(url, { headers: { "dapr-api-token": "t" } })).status,
    (await fetch(url, { headers: { "dapr-api-token": "t", authorization } })).status,
  ];
  expect(statuses).toEqual([401, 401, 401, 200]);
});
