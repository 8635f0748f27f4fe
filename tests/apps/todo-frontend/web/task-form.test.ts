import { newTask, taskChange } from "@todo-platform/contracts";
import { describe, expect, test } from "vitest";
import {
  changeOf,
  emptyForm,
  formOf,
  newTaskOf,
  problemsOf,
} from "../../../../apps/todo-frontend/web/domain/task-form.ts";
import { sampleTask } from "./sample-task.ts";

const zone = "Europe/Berlin";

describe("a new task", () => {
  test("with a title only is what the API makes of a title", () => {
    const sent = newTaskOf({ ...emptyForm, title: " Milk " }, zone);
    expect(newTask.parse(sent)).toEqual({ ...newTask.parse({ title: "Milk" }), time_zone: zone });
  });

  test("has its times in the zone of the browser, its tags each once, and its rule without the property's name", () => {
    const form = { ...emptyForm, title: "x", due: "2026-07-01T09:00", tags: "a,, b ,a", repeat: "custom" };
    const sent = newTaskOf({ ...form, rule: "rrule:freq=daily;count=3 ", remind: "60" }, zone);
    expect(newTask.parse(sent)).toMatchObject({
      due_at: "2026-07-01T07:00:00.000Z",
      tags: ["a", "b"],
      recurrence: "FREQ=DAILY;COUNT=3",
      remind_at: "2026-07-01T06:00:00.000Z",
    });
  });
});

describe("a change", () => {
  const task = sampleTask({
    description: "d",
    due_at: "2026-07-01T07:00:30Z",
    remind_at: "2026-07-01T06:00:30Z",
    recurrence: "FREQ=DAILY",
    tags: ["a", "b"],
    time_zone: zone,
  });
  const form = formOf(task, zone);

  test("of nothing is nothing, although the editor knows no seconds", () => {
    expect(changeOf(task, form, zone)).toEqual({});
  });

  test("has only the fields that were changed", () => {
    const change = changeOf(task, { ...form, title: "New", tags: "b, a" }, zone);
    expect(taskChange.parse(change)).toEqual({ title: "New", tags: ["b", "a"] });
  });

  test("of the due date moves a reminder that hangs on it", () => {
    expect(changeOf(task, { ...form, due: "2026-07-02T09:00" }, zone)).toEqual({
      due_at: "2026-07-02T07:00:00.000Z",
      remind_at: "2026-07-02T06:00:00.000Z",
    });
  });

  test("of a recurring task's date in another zone takes the zone along, another field does not", () => {
    const there = "America/New_York";
    const shown = formOf(task, there);
    expect(shown.due).toBe("2026-07-01T03:00");
    expect(changeOf(task, { ...shown, due: "2026-07-01T04:00" }, there)).toMatchObject({ time_zone: there });
    expect(changeOf(task, { ...shown, title: "New" }, there)).toEqual({ title: "New" });
  });

  test("to no recurrence, no reminder and no date is null for each", () => {
    expect(changeOf(task, { ...form, due: "", repeat: "", remind: "none" }, zone)).toEqual({
      due_at: null,
      recurrence: null,
      remind_at: null,
    });
  });
});

test.each([
  [{ title: " " }, ["title"]],
  [{ repeat: "FREQ=DAILY" }, ["due_at"]],
  [{ remind: "15" }, ["due_at"]],
  [{ remind: "custom" }, ["remind_at"]],
  [{ repeat: "custom", rule: "daily", due: "2026-07-01T09:00" }, ["recurrence"]],
  [{ tags: Array.from({ length: 21 }, (_, index) => `t${index}`).join() }, ["tags"]],
  [{ tags: "x".repeat(51) }, ["tags"]],
  [{ title: "", repeat: "custom", remind: "custom" }, ["title", "due_at", "recurrence", "remind_at"]],
  [{ remind: "custom", remindTime: "2026-07-01T09:00" }, []],
] as const)("%j is wrong in %j", (fields, wrong) => {
  expect(Object.keys(problemsOf({ ...emptyForm, title: "x", ...fields }))).toEqual(wrong);
});
