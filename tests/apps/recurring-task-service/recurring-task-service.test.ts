import { randomUUID } from "node:crypto";
import { createInvoker, createStateStore, DaprClient, signToken } from "@todo-platform/service-kit";
import { completion, newOccurrence, nextOccurrence, recurringSeries } from "@todo-platform/contracts";
import type { NewOccurrence, Task, TaskEventType } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../apps/recurring-task-service/src/app.ts";
import { createTaskClient } from "../../../apps/recurring-task-service/src/clients/task-client.ts";
import { createSeriesStore } from "../../../apps/recurring-task-service/src/stores/series-store.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import type { Invocation } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { sampleTask } from "../../support/sample-events.ts";

const jwtKey = "a key that is long enough for HS256";
const success = { status: 200, body: { status: "SUCCESS" } };
const log = createMemoryLog();
let sidecar: FakeSidecar;
let running: RunningApp;
/** Next tasks that the backend has made, by id. */
let made: Map<string, NewOccurrence>;
let unfinished: Task[];

const recurring = (change: Partial<Task> = {}): Task =>
  sampleTask("ann", {
    due_at: "2026-03-28T08:00:00.000Z",
    time_zone: "Europe/Berlin",
    recurrence: "FREQ=DAILY",
    ...change,
  });
const completed = (change: Partial<Task> = {}): Task => recurring({ completed: true, version: 2, ...change });

/** Answers as the backend does, which makes a task once. */
async function backend({ path, method, body }: Invocation): Promise<Response> {
  if (`${method} ${path}` === "GET /internal/unfinished-series") return Response.json({ tasks: unfinished });
  if (`${method} ${path}` !== "POST /internal/occurrences") return new Response(null, { status: 405 });
  const next = newOccurrence.parse(JSON.parse(body));
  const status = made.has(next.id) ? 200 : 201;
  made.set(next.id, made.get(next.id) ?? next);
  return Response.json(recurring({ ...next }), { status });
}

beforeAll(async () => {
  sidecar = await FakeSidecar.start();
  const dapr = new DaprClient({ port: sidecar.port });
  const series = createSeriesStore(createStateStore(dapr, "statestore"));
  const tasks = createTaskClient(createInvoker(dapr));
  running = await runApp(createApp({ log, appToken: "t", jwtKey, series, tasks }));
});

afterAll(async () => {
  await running.stop();
  await sidecar.stop();
});

beforeEach(() => {
  sidecar.state.clear();
  sidecar.down.clear();
  sidecar.invoked = backend;
  made = new Map();
  unfinished = [];
  log.lines.length = 0;
});

async function post(route: string, body: unknown, token = "t") {
  const headers = { "dapr-api-token": token, "content-type": "application/json" };
  const answer = await fetch(running.url + route, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

/** Delivers an event of `type` about `task`. */
function deliver(type: TaskEventType, task: Task, id: string = randomUUID()) {
  const timestamp = "2026-01-02T03:04:05.000Z";
  const payload = { event_type: type, task_id: task.id, user_id: task.user_id, timestamp, task_data: task };
  const data = {
    event_id: id,
    event_type: type,
    event_version: "v1",
    timestamp,
    correlation_id: "click-1",
    source: "todo-backend",
    payload,
  };
  return post("/task-events", { specversion: "1.0", id, type, source: "todo-backend", data });
}

async function series(id: string, user = "ann") {
  const headers = { "dapr-api-token": "t", authorization: `Bearer ${await signToken(jwtKey, user)}` };
  const answer = await fetch(`${running.url}/api/recurring/${id}`, { headers });
  return { status: answer.status, body: await answer.json() };
}

const stateOf = (task: Task): unknown => sidecar.state.get(`series-${task.id}`)?.value;

describe("the completion of a recurring task", () => {
  test("makes the next task at the same clock, its reminder as long before, once for all repetitions", async () => {
    const task = completed({ remind_at: "2026-03-28T07:30:00.000Z" });
    const id = randomUUID();
    expect(await deliver("task.completed", task, id)).toEqual(success);
    expect(await deliver("task.completed", task, id)).toEqual(success);
    const answer = await post("/process-completion", completion.parse({ task }));
    const next = { due_at: "2026-03-29T07:00:00.000Z", remind_at: "2026-03-29T06:30:00.000Z" };
    expect([...made.values()]).toEqual([{ id: expect.any(String), previous_id: task.id, user_id: "ann", ...next }]);
    expect(answer).toEqual({ status: 200, body: { next: { id: [...made.keys()][0], due_at: next.due_at } } });
    expect(nextOccurrence.safeParse(answer.body).success).toBe(true);
  });

  test("makes one task when many replicas process it at the same time", async () => {
    const task = completed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post("/process-completion", { task })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(made.size).toBe(1);
  });

  test("makes no task of a series that has ended, or of a task that does not come again", async () => {
    const ended = { status: 200, body: { next: null } };
    const last = [
      completed({ recurrence: "FREQ=DAILY;COUNT=1" }),
      completed({ recurrence: "FREQ=DAILY;UNTIL=20260328T080000Z" }),
      completed({ recurrence: null }),
      completed({ due_at: null }),
      recurring(),
    ];
    for (const task of last) expect(await post("/process-completion", { task })).toEqual(ended);
    expect(made.size).toBe(0);
  });

  test("is done when the backend has nothing to continue", async () => {
    sidecar.invoked = async () => new Response(null, { status: 404 });
    expect(await deliver("task.completed", completed())).toEqual(success);
    expect(await post("/process-completion", { task: completed() })).toEqual({ status: 200, body: { next: null } });
  });

  test.each([500, 503])(
    "is answered 500 while the backend answers %d, and the event's redelivery makes it",
    async (status) => {
      const [task, id] = [completed(), randomUUID()];
      sidecar.invoked = async () => new Response(null, { status });
      expect((await deliver("task.completed", task, id)).status).toBe(500);
      expect((await post("/process-completion", { task })).status).toBe(500);
      sidecar.invoked = backend;
      expect(await deliver("task.completed", task, id)).toEqual(success);
      expect(made.size).toBe(1);
    },
  );

  test("with a rule that cannot be read ends the series and says so in the log", async () => {
    const task = completed({ recurrence: "FREQ=HOURLY" });
    expect(await deliver("task.completed", task)).toEqual(success);
    expect(made.size).toBe(0);
    expect(log.lines).toContainEqual(expect.stringContaining(`error: the series of task ${task.id} ends`));
  });

  test("that is not valid is refused with the field's name", async () => {
    const answer = await post("/process-completion", { task: { ...completed(), user_id: "" } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "/task/user_id" }] } });
  });
});

describe("the hourly check", () => {
  test("continues every series that has no next task, once", async () => {
    unfinished = Array.from({ length: 25 }, () => completed());
    const first = await post("/generate-recurring-tasks", undefined);
    expect(first).toEqual({ status: 200, body: { unfinished: 25, continued: 25 } });
    await post("/generate-recurring-tasks", undefined);
    expect(new Set([...made.values()].map(({ previous_id }) => previous_id))).toEqual(
      new Set(unfinished.map(({ id }) => id)),
    );
    expect(made.size).toBe(25);
  });

  test("goes on beyond a series that fails", async () => {
    unfinished = [completed(), completed(), completed()];
    const bad = unfinished[0]?.id ?? "";
    sidecar.invoked = async (call) => (call.body.includes(bad) ? new Response(null, { status: 500 }) : backend(call));
    expect(await post("/generate-recurring-tasks", undefined)).toEqual({
      status: 200,
      body: { unfinished: 3, continued: 2 },
    });
    expect(log.lines).toContainEqual(expect.stringContaining("error: a series was not continued"));
  });

  test("is answered 500 when none of the series can be continued, and the next check does it", async () => {
    unfinished = [completed(), completed()];
    sidecar.invoked = async (call) => (call.method === "POST" ? new Response(null, { status: 503 }) : backend(call));
    expect((await post("/generate-recurring-tasks", undefined)).status).toBe(500);
    sidecar.invoked = backend;
    expect(await post("/generate-recurring-tasks", undefined)).toMatchObject({ body: { continued: 2 } });
  });

  test("is answered 500 while the backend is down", async () => {
    sidecar.down.add("invoke");
    expect((await post("/generate-recurring-tasks", undefined)).status).toBe(500);
  });
});

describe("the series of a task", () => {
  test("shows its owner the five occurrences after the current one", async () => {
    const task = recurring();
    expect(await deliver("task.created", task)).toEqual(success);
    const next = ["29T07", "30T07", "31T07"].map((day) => `2026-03-${day}:00:00.000Z`);
    next.push("2026-04-01T07:00:00.000Z", "2026-04-02T07:00:00.000Z");
    const { status, body } = await series(task.id);
    expect(recurringSeries.parse(body)).toEqual({
      task_id: task.id,
      recurrence: "FREQ=DAILY",
      time_zone: "Europe/Berlin",
      next,
    });
    expect(status).toBe(200);
  });

  test("is not there for another user, for an id nobody has and for what is no id", async () => {
    const task = recurring();
    await deliver("task.created", task);
    const statuses = [
      (await series(task.id, "bob")).status,
      (await series(randomUUID())).status,
      (await series("..%2f..%2fx")).status,
      (await series("1")).status,
    ];
    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  test("asks for the app's token and for a bearer token", async () => {
    const url = `${running.url}/api/recurring/${randomUUID()}`;
    const authorization = `Bearer ${await signToken(jwtKey, "ann")}`;
    expect((await fetch(url, { headers: { authorization } })).status).toBe(401);
    expect((await fetch(url, { headers: { "dapr-api-token": "t" } })).status).toBe(401);
  });

  test("follows a change of the rule, whatever order the events come in", async () => {
    const task = recurring();
    const changed = { ...task, recurrence: "FREQ=WEEKLY", version: 2 };
    await deliver("task.updated", changed);
    await deliver("task.created", task);
    expect(await series(task.id)).toMatchObject({ body: { recurrence: "FREQ=WEEKLY" } });
  });

  test.each([
    ["completed", "task.completed", { completed: true, version: 2 }],
    ["deleted", "task.deleted", {}],
    ["changed to come once", "task.updated", { recurrence: null, version: 2 }],
  ] as const)("ends when the task is %s, also when an older event comes again", async (_name, type, change) => {
    const task = recurring();
    await deliver("task.created", task);
    expect(await deliver(type, { ...task, ...change })).toEqual(success);
    await deliver("task.created", task);
    expect((await series(task.id)).status).toBe(404);
  });

  test("is there again when the completion is taken back", async () => {
    const task = recurring();
    await deliver("task.completed", { ...task, completed: true, version: 2 });
    await deliver("task.updated", { ...task, version: 3 });
    expect((await series(task.id)).status).toBe(200);
  });

  test("is not stored for a task that does not come again", async () => {
    const task = recurring({ recurrence: null });
    await deliver("task.created", task);
    expect(stateOf(task)).toBeUndefined();
  });

  test("has the latest version when events of many come at once", async () => {
    const task = recurring();
    const versions = [6, 5, 4, 3, 2, 1].map((version) => ({
      ...task,
      version,
      recurrence: `FREQ=DAILY;INTERVAL=${version}`,
    }));
    const answers = await Promise.all(versions.map((each) => deliver("task.updated", each)));
    expect(answers).toEqual(versions.map(() => success));
    expect(stateOf(task)).toMatchObject({ version: 6, series: { recurrence: "FREQ=DAILY;INTERVAL=6" } });
  });

  test("waits for the state store: the event is answered 500 and kept when it comes again", async () => {
    const task = recurring();
    sidecar.down.add("state");
    expect((await deliver("task.created", task)).status).toBe(500);
    sidecar.down.clear();
    await deliver("task.created", task);
    expect((await series(task.id)).status).toBe(200);
  });
});

test.each(["/task-events", "/process-completion", "/generate-recurring-tasks"])(
  "%s refuses all but the sidecar",
  async (route) => {
    expect((await post(route, {}, "x")).status).toBe(401);
  },
);
