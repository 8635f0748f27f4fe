import { expect, test } from "vitest";
import { choiceOf, remindAt } from "../../../../apps/todo-frontend/web/domain/reminder-choice.ts";

const due = "2026-07-01T10:00:00.000Z";

test.each([
  ["none", null],
  ["0", "2026-07-01T10:00:00.000Z"],
  ["15", "2026-07-01T09:45:00.000Z"],
  ["1440", "2026-06-30T10:00:00.000Z"],
  ["custom", "2026-06-01T00:00:00.000Z"],
] as const)("the choice %s reminds at %s, and is read from it again", (choice, moment) => {
  expect(remindAt(choice, due, "2026-06-01T00:00:00.000Z")).toBe(moment);
  expect(choiceOf(moment, due)).toBe(choice);
});

test("without a due date a reminder has a time of its own or none", () => {
  expect([choiceOf(due, null), remindAt("15", null, due)]).toEqual(["custom", null]);
});
