import type { Task } from "@todo-platform/contracts";
import { expect, inject, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { signUp, type TodoApi } from "./support/todo-api.ts";

const platform = inject("platform");

const weekly = {
  title: "Take the bins out",
  tags: ["home"],
  due_at: "2026-03-23T08:00:00Z",
  remind_at: "2026-03-23T07:00:00Z",
  recurrence: "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
  time_zone: "Europe/Berlin",
};
const open = async (api: TodoApi): Promise<Task[]> => (await api.tasks()).filter((task) => !task.completed);
const complete = async (api: TodoApi, id: string): Promise<void> => {
  expect((await api.call("POST", `/api/tasks/${id}/complete`)).status).toBe(200);
};

test("completing a recurring task brings the next one, once, at the same time of day across summer time", async () => {
  const api = await signUp(platform, "weekly");
  const first = await api.add(weekly);
  await complete(api, first.id);
  const [second] = await eventually(async () => {
    const tasks = await open(api);
    expect(tasks).toHaveLength(1);
    return tasks;
  });
  expect(second).toMatchObject({
    title: weekly.title,
    tags: ["home"],
    previous_id: first.id,
    // 9:00 in Berlin both times: summer time began in between.
    due_at: "2026-03-30T07:00:00.000Z",
    remind_at: "2026-03-30T06:00:00.000Z",
    time_zone: "Europe/Berlin",
  });
  const id = second?.id ?? "";
  await eventually(async () => {
    const types = (await api.audit(`task_id=${id}`)).map((entry) => entry.event_type);
    expect(types).toContain("task.created");
  });
  // The event of the completion comes after the call that has made the next one: it must not make another.
  await eventually(async () => {
    const completed = (await api.audit(`task_id=${first.id}`)).some(
      ({ event_type }) => event_type === "task.completed",
    );
    expect(completed).toBe(true);
  });
  expect(await open(api)).toHaveLength(1);
});

test("the service tells when a task comes again, to its user only, and a series ends", async () => {
  const api = await signUp(platform, "series");
  const other = await signUp(platform, "other");
  const { id } = await api.add({ ...weekly, recurrence: "FREQ=WEEKLY;BYDAY=MO;COUNT=2" });
  await eventually(async () => {
    const answer = await api.call("GET", `/api/recurring/${id}`);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      expect.objectContaining({ task_id: id, time_zone: "Europe/Berlin", next: ["2026-03-30T07:00:00.000Z"] }),
    ]);
  });
  expect((await other.call("GET", `/api/recurring/${id}`)).status).toBe(404);
  await complete(api, id);
  const [last] = await eventually(async () => {
    const tasks = await open(api);
    expect(tasks).toHaveLength(1);
    return tasks;
  });
  await complete(api, last?.id ?? "");
  await eventually(async () => {
    const types = (await api.audit(`task_id=${last?.id}`)).map((entry) => entry.event_type);
    expect(types).toContain("task.completed");
  });
  expect(await open(api)).toEqual([]);
});
