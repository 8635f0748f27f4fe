import {
  createBinding,
  createEventPublisher,
  createInvoker,
  createJobScheduler,
  createStateStore,
  DaprClient,
} from "@todo-platform/service-kit";
import { task, taskPage } from "@todo-platform/contracts";
import type { Task } from "@todo-platform/contracts";
import type { Express } from "express";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createApp as createNotification } from "../../apps/notification-service/src/app.ts";
import { createEmailChannel } from "../../apps/notification-service/src/channels/email-channel.ts";
import { createPushChannel } from "../../apps/notification-service/src/channels/push-channel.ts";
import { createContactClient } from "../../apps/notification-service/src/clients/contact-client.ts";
import { createEventMemory } from "../../apps/notification-service/src/stores/event-memory.ts";
import { createNotificationStore } from "../../apps/notification-service/src/stores/notification-store.ts";
import { createApp as createRecurring } from "../../apps/recurring-task-service/src/app.ts";
import { createTaskClient } from "../../apps/recurring-task-service/src/clients/task-client.ts";
import { createSeriesStore } from "../../apps/recurring-task-service/src/stores/series-store.ts";
import { createApp as createReminder } from "../../apps/reminder-service/src/app.ts";
import { createReminderClient } from "../../apps/reminder-service/src/clients/reminder-client.ts";
import { createSentReminders } from "../../apps/reminder-service/src/stores/sent-reminders.ts";
import { createMemoryLog } from "../support/memory-log.ts";
import { runApp } from "../support/running-app.ts";
import type { RunningApp } from "../support/running-app.ts";
import { jwtKey, startBackend } from "./todo-backend/backend-under-test.ts";
import type { BackendUnderTest } from "./todo-backend/backend-under-test.ts";

const appToken = "app-token";
let backend: BackendUnderTest;
let running: RunningApp[];
/** Where each app listens. */
let urls: Record<string, string>;

/** The three schedulers' apps over the backend's sidecar. */
function createApps(port: number): Record<string, Express> {
  const log = createMemoryLog();
  const dapr = new DaprClient({ port });
  const [invoker, state] = [createInvoker(dapr), createStateStore(dapr, "statestore")];
  const common = { log, appToken, jwtKey };
  return {
    "recurring-task-service": createRecurring({
      ...common,
      series: createSeriesStore(state),
      tasks: createTaskClient(invoker),
    }),
    "reminder-service": createReminder({
      ...common,
      jobs: createJobScheduler(dapr),
      reminders: createReminderClient(invoker),
      sent: createSentReminders(state),
      publisher: createEventPublisher(dapr, "kafka-pubsub"),
    }),
    "notification-service": createNotification({
      ...common,
      notifications: createNotificationStore(state),
      deduplicator: createEventMemory(state),
      channels: {
        email: createEmailChannel(createBinding(dapr, "mail"), createContactClient(invoker)),
        push: createPushChannel(createBinding(dapr, "push")),
      },
    }),
  };
}

beforeAll(async () => {
  backend = await startBackend();
  const apps = Object.entries(createApps(backend.sidecar.port));
  running = await Promise.all(apps.map(([, app]) => runApp(app)));
  urls = Object.fromEntries(apps.map(([app], index) => [app, running[index]?.url ?? ""]));
  urls["todo-backend"] = backend.url;
  backend.sidecar.invoked = ({ app, path, method, headers, body }) => {
    const { authorization } = headers;
    const sent = { "content-type": "application/json", "dapr-api-token": appToken };
    return fetch(`${urls[app]}${path}`, {
      method,
      headers: authorization === undefined ? sent : { ...sent, authorization },
      body: method === "GET" ? null : body,
    });
  };
});

afterAll(async () => {
  for (const app of running) await app.stop();
  await backend.stop();
});

beforeEach(async () => {
  await backend.clear();
  backend.sidecar.published.length = 0;
  backend.sidecar.bindings.length = 0;
  backend.sidecar.jobs.clear();
});

async function post(app: string, route: string, body?: unknown): Promise<unknown> {
  const headers = { "dapr-api-token": appToken, "content-type": "application/json" };
  const answer = await fetch(`${urls[app]}${route}`, { method: "POST", headers, body: JSON.stringify(body) ?? null });
  expect(answer.status).toBe(200);
  return answer.json();
}

const create = async (fields: object): Promise<Task> =>
  task.parse((await backend.call("POST", "/api/tasks", { body: { title: "Water plants", ...fields } })).body);
const complete = (id: string) => backend.call("POST", `/api/tasks/${id}/complete`);
const openTasks = async (): Promise<Task[]> =>
  taskPage.parse((await backend.call("GET", "/api/tasks?status=open")).body).tasks;

test("completing a recurring task makes the next one, once, until COUNT is used up", async () => {
  const first = await create({
    due_at: "2026-03-28T08:00:00Z",
    remind_at: "2026-03-28T07:30:00Z",
    time_zone: "Europe/Berlin",
    recurrence: "FREQ=DAILY;COUNT=2",
    tags: ["garden"],
  });
  await complete(first.id);
  const [next] = await vi.waitFor(async () => {
    const open = await openTasks();
    expect(open).toHaveLength(1);
    return open;
  });
  expect(next).toMatchObject({
    previous_id: first.id,
    title: "Water plants",
    tags: ["garden"],
    recurrence: "FREQ=DAILY;COUNT=1",
    due_at: "2026-03-29T07:00:00.000Z",
    remind_at: "2026-03-29T06:30:00.000Z",
  });
  await post("recurring-task-service", "/process-completion", { task: { ...first, completed: true } });
  await post("recurring-task-service", "/generate-recurring-tasks");
  expect(await openTasks()).toEqual([next]);
  await complete(next?.id ?? "");
  await post("recurring-task-service", "/generate-recurring-tasks");
  expect(await openTasks()).toEqual([]);
});

test("the hourly check continues a series whose completion nobody was told of", async () => {
  const first = await create({ due_at: "2026-03-28T08:00:00Z", recurrence: "FREQ=WEEKLY" });
  backend.sidecar.down.add("invoke");
  await complete(first.id);
  await vi.waitFor(() => expect(backend.log.lines.join()).toContain("recurring-task-service was not told"));
  backend.sidecar.down.clear();
  expect(await openTasks()).toEqual([]);
  expect(await post("recurring-task-service", "/generate-recurring-tasks")).toEqual({ unfinished: 1, continued: 1 });
  expect(await openTasks()).toMatchObject([{ previous_id: first.id, due_at: "2026-04-04T08:00:00.000Z" }]);
});

test("a reminder gets its job, and is mailed once to the address of its user's account", async () => {
  const account = { username: "ann", password: "a long password", email: "ann@example.org" };
  expect((await backend.call("POST", "/api/accounts", { token: null, body: account })).status).toBe(201);
  const remind_at = new Date(Date.now() - 60_000).toISOString();
  const { id } = await create({ remind_at, notification_method: "email" });
  await vi.waitFor(() => expect([...backend.sidecar.jobs.keys()]).toEqual([`reminder-${id}`]));
  for (let minute = 0; minute < 2; minute++) {
    await post("reminder-service", `/job/reminder-${id}`);
    await post("reminder-service", "/check-and-send-reminders");
  }
  const due = backend.sidecar.published.filter(({ topic }) => topic === "reminders");
  expect(due).toHaveLength(1);
  for (const { cloudEvent } of [...due, ...due]) await post("notification-service", "/reminders", cloudEvent);
  expect(backend.sidecar.bindings).toMatchObject([
    { name: "mail", metadata: { emailTo: "ann@example.org", subject: "Reminder: Water plants" } },
  ]);
});

test("1,200 reminders of one moment are read page by page and sent, each once", async () => {
  const remind_at = new Date(Date.now() - 60_000);
  const rows = Array.from({ length: 1200 }, () => ({
    ...{ id: crypto.randomUUID(), user_id: "ann", title: "Water plants", description: "", priority: "low" as const },
    ...{ tags: [], time_zone: "UTC", notification_method: "in_app" as const },
    ...{ remind_at, completed: false, version: 1, created_at: remind_at, updated_at: remind_at },
  }));
  await backend.database.db.insertInto("tasks").values(rows).execute();
  expect(await post("reminder-service", "/check-and-send-reminders")).toEqual({ sent: 1200, failed: 0 });
  expect(new Set(backend.sidecar.published.map(({ cloudEvent }) => cloudEvent.id)).size).toBe(1200);
});
