import type { AuditEntry } from "@todo-platform/contracts";
import { expect, test } from "vitest";
import { activityText, byDay } from "../../../../apps/todo-frontend/web/domain/activity-text.ts";

const entry = (event_type: string, payload: unknown, timestamp = "2026-01-01T10:00:00Z"): AuditEntry => ({
  sequence: 1,
  event_id: "e",
  event_type,
  user_id: "ann",
  correlation_id: "c",
  source: "s",
  timestamp,
  payload,
});

test.each([
  ["task.completed", { task_data: { title: "Milk" } }, "Completed", "Milk"],
  ["reminder.due", { title: "Milk" }, "Reminded", "Milk"],
  ["audit.recorded", { action: "user.signed-in" }, "Signed in", ""],
  ["something.new", null, "something.new", ""],
])("%s with %j is %s %s", (type, payload, action, subject) => {
  expect(activityText(entry(type, payload))).toMatchObject({ action, subject });
});

test("entries stand under their day, in their order", () => {
  const entries = ["2026-01-02T10", "2026-01-02T09", "2026-01-01T10"].map((hour) => entry("x", {}, `${hour}:00:00Z`));
  const days = byDay(entries, (moment) => moment.slice(0, 10));
  expect(days.map(([day, of]) => [day, of.map(({ timestamp }) => timestamp.slice(11, 13))])).toEqual([
    ["2026-01-02", ["10", "09"]],
    ["2026-01-01", ["10"]],
  ]);
});
