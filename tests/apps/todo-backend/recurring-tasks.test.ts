import { randomUUID } from "node:crypto";
import type { Task } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest } from "./backend-under-test.ts";

let backend: BackendUnderTest;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());
beforeEach(() => backend.clear());

const weekly = { title: "Water plants", due_at: "2030-01-07T09:00:00.000Z", recurrence: "FREQ=WEEKLY;BYDAY=MO" };
const add = async (fields: object = weekly): Promise<Task> =>
  (await backend.call("POST", "/api/tasks", { body: fields })).body as Task;
const complete = (id: string) => backend.call("POST", `/api/tasks/${id}/complete`);
const events = async (): Promise<string[]> => {
  const rows = await backend.database.db.selectFrom("outbox").select("event").orderBy("id").execute();
  return rows.map(({ event }) => event.event_type);
};
const problems = (body: unknown): string[] => (body as { errors: { pointer: string }[] }).errors.map((e) => e.pointer);

const occurrence = (previous: Task, change: object = {}) => ({
  id: randomUUID(),
  previous_id: previous.id,
  user_id: "ann",
  due_at: "2030-01-14T10:00:00+01:00",
  remind_at: "2030-01-14T08:00:00.000Z",
  ...change,
});
const postOccurrence = (body: object) => backend.call("POST", "/internal/occurrences", { body, token: null });

test("a task keeps tags, rule, time zone, reminder and the way to be told", async () => {
  const fields = { ...weekly, tags: ["a", "b"], time_zone: "Europe/Berlin", notification_method: "email" };
  const task = await add({ ...fields, remind_at: "2030-01-07T09:30:00+01:00" });
  expect(task).toMatchObject({ ...fields, remind_at: "2030-01-07T08:30:00.000Z", previous_id: null });
  expect((await backend.call("GET", `/api/tasks/${task.id}`)).body).toEqual(task);
  const tagged = await backend.call("PATCH", `/api/tasks/${task.id}`, { body: { tags: ["a", "b"] } });
  expect((tagged.body as Task).version).toBe(1);
});

test.each([
  [{ recurrence: "FREQ=WEEKLY;BYDAY=MO", due_at: null }, ["/recurrence"]],
  [{ recurrence: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, ["/recurrence"]],
  [{ recurrence: "FREQ=WEEKLY;BYDAY=XX", due_at: null }, ["/recurrence", "/recurrence"]],
  [{ due_at: "0000-01-01T00:00:00Z", remind_at: "0000-01-01T00:00:00Z" }, ["/due_at", "/remind_at"]],
])("%j of a new task is refused with every reason at once", async (fields, pointers) => {
  const answer = await backend.call("POST", "/api/tasks", { body: { ...weekly, ...fields } });
  expect([answer.status, problems(answer.body)]).toEqual([400, pointers]);
  expect(await events()).toEqual([]);
});

test("a change must leave a task that can recur, and what it does not touch is not checked", async () => {
  const { id } = await add();
  const change = (body: object) => backend.call("PATCH", `/api/tasks/${id}`, { body });
  const without = await change({ due_at: null });
  expect([without.status, problems(without.body)]).toEqual([400, ["/due_at"]]);
  const wrong = await change({ recurrence: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" });
  expect([wrong.status, problems(wrong.body)]).toEqual([400, ["/recurrence"]]);
  expect((await change({ due_at: null, recurrence: null })).status).toBe(200);
  await backend.database.db.updateTable("tasks").set({ recurrence: "an old rule" }).where("id", "=", id).execute();
  expect((await change({ title: "Other" })).status).toBe(200);
});

test("the next occurrence is made once, with the fields of the task before and its event", async () => {
  const task = await add({
    ...weekly,
    recurrence: "FREQ=DAILY;COUNT=5",
    tags: ["green"],
    description: "all",
    priority: "high",
  });
  await complete(task.id);
  const next = occurrence(task);
  const first = await postOccurrence(next);
  expect([first.status, first.body]).toEqual([
    201,
    {
      ...task,
      ...{ id: next.id, previous_id: task.id, recurrence: "FREQ=DAILY;COUNT=4", version: 1, completed: false },
      ...{ due_at: "2030-01-14T09:00:00.000Z", remind_at: "2030-01-14T08:00:00.000Z" },
      ...{ created_at: expect.any(String), updated_at: expect.any(String) },
    },
  ]);
  const again = await postOccurrence({ ...next, due_at: "2031-01-14T09:00:00.000Z" });
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect(await events()).toEqual(["task.created", "task.completed", "task.created"]);
});

test("of ten that make the same occurrence at once one makes it", async () => {
  const task = await add();
  await complete(task.id);
  const next = occurrence(task);
  const statuses = (await Promise.all(Array.from({ length: 10 }, () => postOccurrence(next)))).map(
    (each) => each.status,
  );
  expect(statuses.sort()).toEqual([...Array<number>(9).fill(200), 201]);
  expect((await events()).filter((type) => type === "task.created")).toHaveLength(2);
});

test.each<[string, (task: Task) => Promise<unknown>, object]>([
  ["another user's", async (task) => complete(task.id), { user_id: "bob" }],
  ["deleted", async (task) => backend.call("DELETE", `/api/tasks/${task.id}`), {}],
  ["open", async () => undefined, {}],
  [
    "no longer recurring",
    async (task) => backend.call("PATCH", `/api/tasks/${task.id}`, { body: { recurrence: null, completed: true } }),
    {},
  ],
])("a task that is %s is not continued", async (_name, prepare, change) => {
  const task = await add();
  await prepare(task);
  const before = await events();
  expect((await postOccurrence(occurrence(task, change))).status).toBe(404);
  expect(await events()).toEqual(before);
});

test("an occurrence that the user has deleted does not come back", async () => {
  const task = await add();
  await complete(task.id);
  const next = occurrence(task);
  await postOccurrence(next);
  await backend.call("DELETE", `/api/tasks/${next.id}`);
  expect((await postOccurrence(next)).status).toBe(404);
  expect((await backend.call("GET", "/internal/unfinished-series", { token: null })).body).toEqual({ tasks: [] });
});

test("a completed recurring task is an unfinished series until its next one is made, or for a week", async () => {
  const [task, open, old] = [await add(), await add(), await add()];
  await add({ title: "No series" }).then(({ id }) => complete(id));
  const completed = (await complete(task.id)).body;
  await complete(old.id);
  const weekAgo = new Date(Date.now() - 7.1 * 86_400_000);
  await backend.database.db.updateTable("tasks").set({ updated_at: weekAgo }).where("id", "=", old.id).execute();
  const unfinished = async () => (await backend.call("GET", "/internal/unfinished-series", { token: null })).body;
  expect(await unfinished()).toEqual({ tasks: [completed] });
  await postOccurrence(occurrence(task));
  expect(await unfinished()).toEqual({ tasks: [] });
  expect((await backend.call("GET", `/api/tasks/${open.id}`)).body).toMatchObject({ completed: false });
});

test("due reminders are those of open tasks after the one moment and up to the other, the oldest first", async () => {
  const at = (minute: number): string => `2030-01-01T00:0${minute}:00.000Z`;
  const tasks = [];
  for (const minute of [5, 1, 3, 2, 4]) {
    tasks.push(await add({ title: `T${minute}`, remind_at: at(minute), notification_method: "push" }));
  }
  await complete(tasks[2]?.id ?? "");
  const path = `/internal/due-reminders?after=${at(1)}&until=${at(4)}`;
  const { body } = await backend.call("GET", path, { token: null });
  const expected = [tasks[3], tasks[4]].map((task) => ({
    ...{ task_id: task?.id, user_id: "ann", title: task?.title, due_at: null },
    ...{ remind_at: task?.remind_at, notification_method: "push" },
  }));
  expect(body).toEqual({ reminders: expected });
  const limited = await backend.call("GET", `${path}&limit=1`, { token: null });
  expect(limited.body).toEqual({ reminders: expected.slice(0, 1) });
  const wrong = await backend.call("GET", "/internal/due-reminders?after=soon", { token: null });
  expect([wrong.status, problems(wrong.body).sort()]).toEqual([400, ["/after", "/until"]]);
});

test("reminders of one moment are paged by the id of their tasks", async () => {
  const remind_at = "2030-01-01T00:01:00.000Z";
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) ids.push((await add({ title: "T", remind_at })).id);
  ids.sort();
  const later = await add({ title: "Later", remind_at: "2030-01-01T00:02:00.000Z" });
  const page = async (query: string): Promise<string[]> => {
    const path = `/internal/due-reminders?until=2030-01-01T00:02:00Z&limit=3&${query}`;
    const { body } = await backend.call("GET", path, { token: null });
    return (body as { reminders: { task_id: string }[] }).reminders.map(({ task_id }) => task_id);
  };
  expect(await page("after=2030-01-01T00:00:00Z")).toEqual(ids.slice(0, 3));
  expect(await page(`after=${remind_at}&after_id=${ids[2]}`)).toEqual([...ids.slice(3), later.id]);
});

test("apps ask with the app's token alone, and without it nothing is answered", async () => {
  const headers = { "dapr-api-token": "wrong" };
  const paths = ["due-reminders", "unfinished-series", "contacts/ann", "occurrences"];
  const statuses = paths.map(async (path) => (await backend.call("GET", `/internal/${path}`, { headers })).status);
  expect(await Promise.all(statuses)).toEqual([401, 401, 401, 401]);
});

const told = () =>
  backend.invoked.map(({ app, path, method, body }) => [app, method, path, JSON.parse(body) as unknown]);

test("completing a recurring task tells its service once, any other completion does not", async () => {
  const task = await add();
  const completed = (await complete(task.id)).body;
  await complete(task.id);
  await complete((await add({ title: "Plain" })).id);
  await expect.poll(told).toEqual([["recurring-task-service", "POST", "/process-completion", { task: completed }]]);
});

test("reminder-service is told of a reminder that is new, changed or open again, and of no other change", async () => {
  const remind = (task: Task, remind_at: string) => {
    const { id: task_id, user_id, title, due_at, notification_method } = task;
    const body = { task_id, user_id, title, due_at, remind_at, notification_method };
    return ["reminder-service", "POST", "/schedule-reminder", body];
  };
  const [first, second] = ["2030-01-01T00:00:00.000Z", "2030-01-02T00:00:00.000Z"];
  const task = await add({ title: "Call", remind_at: first });
  const change = (body: object) => backend.call("PATCH", `/api/tasks/${task.id}`, { body });
  await change({ title: "Ring" });
  await change({ remind_at: second });
  await complete(task.id);
  await change({ completed: false });
  await change({ remind_at: null });
  const ring = { ...task, title: "Ring" };
  await expect.poll(told).toEqual([remind(task, first), remind(ring, second), remind(ring, second)]);
});

test("a change succeeds at once while the services that would be told are down or slow", async () => {
  backend.sidecar.down.add("invoke");
  const task = await add({ ...weekly, remind_at: "2030-01-01T00:00:00.000Z" });
  expect((await complete(task.id)).status).toBe(200);
  const warned = () => backend.log.lines.filter((line) => line.includes("learns of it later")).length;
  await expect.poll(warned).toBe(2);
});

test("when a task comes again is asked of its service with the user's own token", async () => {
  const task = await add();
  const series = { task_id: task.id, recurrence: weekly.recurrence, time_zone: "UTC", next: [] };
  const sent: unknown[] = [];
  const before = backend.sidecar.invoked;
  backend.sidecar.invoked = async ({ app, path, method, headers }) => {
    sent.push([app, method, path, headers["authorization"]]);
    return Response.json(series);
  };
  const answer = await backend.call("GET", `/api/recurring/${task.id}`);
  const notMine = await backend.call("GET", `/api/recurring/${task.id}`, { token: backend.tokens.bob });
  expect([answer.status, answer.body, notMine.status]).toEqual([200, series, 404]);
  const path = `/api/recurring/${task.id}`;
  expect(sent).toEqual([["recurring-task-service", "GET", path, `Bearer ${backend.tokens.ann}`]]);
  const statuses: number[] = [];
  for (const status of [404, 403, 500]) {
    backend.sidecar.invoked = async () => new Response("{}", { status });
    statuses.push((await backend.call("GET", path)).status);
  }
  expect(statuses).toEqual([404, 502, 502]);
  backend.sidecar.invoked = before;
});
