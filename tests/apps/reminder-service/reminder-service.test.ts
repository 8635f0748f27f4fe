import { randomUUID } from "node:crypto";
import {
  createEventPublisher,
  createInvoker,
  createJobScheduler,
  createStateStore,
  DaprClient,
} from "@todo-platform/service-kit";
import { dueReminders, dueRemindersQuery, events } from "@todo-platform/contracts";
import type { Reminder } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../apps/reminder-service/src/app.ts";
import { createReminderClient } from "../../../apps/reminder-service/src/clients/reminder-client.ts";
import { createSentReminders } from "../../../apps/reminder-service/src/stores/sent-reminders.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import type { Invocation } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";

const minute = 60_000;
let sidecar: FakeSidecar;
let replicas: RunningApp[];
let reminders: Reminder[];
/** How often the backend was asked. */
let asked: number;

const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
const reminder = (change: Partial<Reminder> = {}): Reminder => ({
  task_id: randomUUID(),
  user_id: "ann",
  title: "Buy milk",
  due_at: ago(-minute),
  remind_at: ago(minute),
  notification_method: "email",
  ...change,
});

/** Answers as the backend does: after (`after`, `after_id`), up to `until`, in the order of moment and id. */
async function backend({ app, path, method }: Invocation): Promise<Response> {
  const url = new URL(path, "http://backend");
  if (`${method} ${app}${url.pathname}` !== "GET todo-backend/internal/due-reminders")
    return new Response(null, { status: 405 });
  asked += 1;
  const { after, after_id = "~", until, limit } = dueRemindersQuery.parse(Object.fromEntries(url.searchParams));
  const sorted = reminders.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
  const found = sorted
    .filter((each) => keyOf(each) > `${after} ${after_id}` && each.remind_at <= until)
    .slice(0, limit);
  return Response.json(dueReminders.parse({ reminders: found }));
}
const keyOf = ({ remind_at, task_id }: Reminder): string => `${remind_at} ${task_id}`;

const startReplica = (): Promise<RunningApp> => {
  const dapr = new DaprClient({ port: sidecar.port });
  return runApp(
    createApp({
      log: createMemoryLog(),
      appToken: "t",
      jobs: createJobScheduler(dapr),
      reminders: createReminderClient(createInvoker(dapr)),
      sent: createSentReminders(createStateStore(dapr, "statestore")),
      publisher: createEventPublisher(dapr, "kafka-pubsub"),
    }),
  );
};

beforeAll(async () => {
  sidecar = await FakeSidecar.start();
  replicas = [await startReplica(), await startReplica()];
});

afterAll(async () => {
  for (const replica of replicas) await replica.stop();
  await sidecar.stop();
});

beforeEach(() => {
  sidecar.state.clear();
  sidecar.down.clear();
  sidecar.jobs.clear();
  sidecar.published.length = 0;
  sidecar.refuse = () => false;
  sidecar.invoked = backend;
  [reminders, asked] = [[], 0];
});

async function post(route: string, body?: unknown, { token = "t", replica = 0 } = {}) {
  const headers = { "dapr-api-token": token, "content-type": "application/json" };
  const text = body === undefined ? null : JSON.stringify(body);
  const answer = await fetch(replicas[replica]?.url + route, { method: "POST", headers, body: text });
  return { status: answer.status, body: await answer.json() };
}

const check = (replica = 0) => post("/check-and-send-reminders", undefined, { replica });
const published = () => sidecar.published.map(({ cloudEvent }) => cloudEvent);
const taskIds = () => published().map(({ data }) => (data["payload"] as Reminder).task_id);

describe("the check", () => {
  test("publishes a due reminder once, as an event that fits its contract", async () => {
    reminders = [reminder()];
    expect(await check()).toEqual({ status: 200, body: { sent: 1, failed: 0 } });
    expect(await check()).toEqual({ status: 200, body: { sent: 0, failed: 0 } });
    expect(published()).toEqual([
      {
        specversion: "1.0",
        id: expect.any(String),
        type: "reminder.due",
        source: "reminder-service",
        time: expect.any(String),
        datacontenttype: "application/json",
        data: expect.objectContaining({ event_type: "reminder.due", event_version: "v1", payload: reminders[0] }),
      },
    ]);
    expect(events["reminder.due"].payload.parse(published()[0]?.data["payload"])).toEqual(reminders[0]);
    expect(sidecar.published[0]).toMatchObject({ topic: "reminders", key: "ann" });
  });

  test("asks for the last 24 hours, and leaves what is older or not due yet", async () => {
    const [late, now] = [reminder({ remind_at: ago(23 * 60 * minute) }), reminder()];
    reminders = [late, now, reminder({ remind_at: ago(25 * 60 * minute) }), reminder({ remind_at: ago(-minute) })];
    await check();
    expect(taskIds()).toEqual([late.task_id, now.task_id]);
  });

  test("after a crash between publishing and remembering publishes the same event again", async () => {
    reminders = [reminder(), reminder()];
    await check();
    sidecar.state.clear();
    await check();
    const ids = published().map(({ id }) => id);
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
  });

  test("in two replicas at once publishes the same events", async () => {
    reminders = Array.from({ length: 20 }, () => reminder());
    await Promise.all([check(0), check(1), check(0), check(1)]);
    expect(new Set(published().map(({ id }) => id)).size).toBe(20);
    expect(new Set(taskIds())).toEqual(new Set(reminders.map(({ task_id }) => task_id)));
  });

  test("publishes again when the reminder was moved", async () => {
    const first = reminder({ remind_at: ago(2 * minute) });
    reminders = [first];
    await check();
    reminders = [{ ...first, remind_at: ago(minute) }];
    await check();
    expect(taskIds()).toEqual([first.task_id, first.task_id]);
    expect(new Set(published().map(({ id }) => id)).size).toBe(2);
  });

  test("remembers nothing while the broker is down, and sends in the next minute", async () => {
    reminders = [reminder(), reminder()];
    sidecar.down.add("publish");
    expect(await check()).toEqual({ status: 500, body: { sent: 0, failed: 2 } });
    expect(sidecar.state.size).toBe(0);
    sidecar.down.clear();
    expect(await check()).toEqual({ status: 200, body: { sent: 2, failed: 0 } });
  });

  test("sends all others when the broker refuses one, and that one later", async () => {
    const bad = reminder({ user_id: "bob" });
    reminders = [reminder(), bad, reminder()];
    sidecar.refuse = ({ key }) => key === "bob";
    expect(await check()).toEqual({ status: 500, body: { sent: 2, failed: 1 } });
    sidecar.refuse = () => false;
    expect(await check()).toEqual({ status: 200, body: { sent: 1, failed: 0 } });
    expect(taskIds().at(-1)).toBe(bad.task_id);
  });

  test.each(["invoke", "state"])("is answered 500 while %s is down, and loses nothing", async (part) => {
    reminders = [reminder()];
    sidecar.down.add(part);
    expect((await check()).status).toBe(500);
    sidecar.down.clear();
    expect(await check()).toEqual({ status: 200, body: { sent: 1, failed: 0 } });
  });

  test("sends 2,500 reminders of one moment, each once, in few calls", async () => {
    const remind_at = ago(minute);
    reminders = Array.from({ length: 2500 }, () => reminder({ remind_at }));
    sidecar.calls.length = 0;
    expect(await check()).toEqual({ status: 200, body: { sent: 2500, failed: 0 } });
    expect(new Set(taskIds()).size).toBe(2500);
    expect(sidecar.calls.length).toBeLessThan(40);
    expect(await check()).toEqual({ status: 200, body: { sent: 0, failed: 0 } });
  });
});

describe("a scheduled reminder", () => {
  test("is a job at its moment, named by its task", async () => {
    const later = reminder({ remind_at: ago(-60 * minute) });
    const name = `reminder-${later.task_id}`;
    expect(await post("/schedule-reminder", later)).toEqual({ status: 202, body: { job: name } });
    expect([...sidecar.jobs]).toEqual([[name, { dueTime: later.remind_at, data: null, overwrite: true }]]);
  });

  test("replaces the job that its task had", async () => {
    const first = reminder({ remind_at: ago(-60 * minute) });
    const moved = { ...first, remind_at: ago(-90 * minute) };
    for (const each of [first, moved]) await post("/schedule-reminder", each);
    expect([...sidecar.jobs.values()].map(({ dueTime }) => dueTime)).toEqual([moved.remind_at]);
  });

  test("whose moment has passed is a job for now", async () => {
    const begun = Date.now();
    await post("/schedule-reminder", reminder({ remind_at: ago(60 * minute) }));
    const [job] = sidecar.jobs.values();
    expect(Date.parse(job?.dueTime ?? "") - begun).toBeGreaterThanOrEqual(1000);
    expect(Date.parse(job?.dueTime ?? "") - begun).toBeLessThan(5000);
  });

  test("is refused with the field's name when it is not valid", async () => {
    const answer = await post("/schedule-reminder", { ...reminder(), remind_at: "soon" });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "/remind_at" }] } });
    expect(sidecar.jobs.size).toBe(0);
  });

  test("is answered 500 while the scheduler is down; the check sends it all the same", async () => {
    reminders = [reminder()];
    sidecar.down.add("jobs");
    expect((await post("/schedule-reminder", reminders[0])).status).toBe(500);
    expect(await check()).toEqual({ status: 200, body: { sent: 1, failed: 0 } });
  });

  test("is sent by its job, and not again by the check", async () => {
    reminders = [reminder({ remind_at: ago(0) })];
    expect((await post(`/job/reminder-${reminders[0]?.task_id}`, { value: null })).status).toBe(200);
    await check();
    expect(taskIds()).toEqual([reminders[0]?.task_id]);
  });

  test("that was taken back sends nothing when its job comes", async () => {
    expect(await post(`/job/reminder-${randomUUID()}`)).toEqual({ status: 200, body: { sent: 0, failed: 0 } });
    expect(published()).toEqual([]);
  });
});

test("two hundred jobs of one moment cause few checks", async () => {
  reminders = Array.from({ length: 200 }, () => reminder());
  const answers = await Promise.all(reminders.map(({ task_id }) => post(`/job/reminder-${task_id}`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(taskIds().length).toBe(200);
  expect(asked).toBeLessThan(20);
});

test("a job of another name is not known", async () => {
  expect((await post("/job/cleanup")).status).toBe(404);
});

test.each(["/schedule-reminder", "/check-and-send-reminders", "/job/reminder-1"])(
  "%s refuses all but the sidecar",
  async (route) => {
    expect((await post(route, {}, { token: "x" })).status).toBe(401);
  },
);
