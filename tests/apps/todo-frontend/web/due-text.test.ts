import { expect, test } from "vitest";
import { dueText } from "../../../../apps/todo-frontend/web/domain/due-text.ts";

const now = Date.parse("2026-03-28T22:30:00Z");

test.each([
  ["2026-03-28T22:00:00Z", "Today, 23:00", "overdue"],
  ["2026-03-28T22:45:00Z", "Today, 23:45", "today"],
  ["2026-03-29T21:45:00Z", "Tomorrow, 23:45", "later"],
  ["2026-03-27T22:00:00Z", "Yesterday, 23:00", "overdue"],
  ["2026-04-01T10:00:00Z", "Wed 1 Apr, 12:00", "later"],
  ["2027-01-01T10:00:00Z", "Fri, 1 Jan 2027, 11:00", "later"],
])("%s is %s in Berlin on the eve of summer time, and %s", (due, text, when) => {
  expect(dueText(due, now, "Europe/Berlin", "en-GB")).toEqual({ text, when });
});

test("the day is that of the zone", () => {
  expect(dueText("2026-03-29T01:00:00Z", now, "Pacific/Auckland", "en-GB").text).toBe("Today, 14:00");
});
