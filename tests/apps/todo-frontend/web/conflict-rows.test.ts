import { expect, test } from "vitest";
import { conflictRows } from "../../../../apps/todo-frontend/web/domain/conflict-rows.ts";
import { sampleTask } from "./sample-task.ts";

const base = sampleTask({ tags: ["a"] });
const time = (moment: string): string => `at ${moment}`;

test("a conflict names what was changed there, what is wanted here, and nothing that is the same", () => {
  const theirs = {
    ...base,
    version: 2,
    title: "Theirs",
    due_at: "2026-01-01T00:00:00Z",
    tags: [],
    updated_at: "later",
  };
  expect(conflictRows(base, { title: "Mine", recurrence: "FREQ=DAILY" }, theirs, time)).toEqual([
    { name: "Title", before: "Title", theirs: "Theirs", mine: "Mine" },
    { name: "Due", before: "none", theirs: "at 2026-01-01T00:00:00Z", mine: undefined },
    { name: "Tags", before: "a", theirs: "none", mine: undefined },
    { name: "Repeats", before: "no", theirs: "no", mine: "Every day" },
  ]);
});

test("the same change on both sides differs in nothing but that it was made there", () => {
  const theirs = { ...base, version: 2, completed: true };
  expect(conflictRows(base, { completed: true }, theirs, time)).toEqual([
    { name: "Status", before: "Open", theirs: "Done", mine: "Done" },
  ]);
});
