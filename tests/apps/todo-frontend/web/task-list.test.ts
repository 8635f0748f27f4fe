import { taskQuery } from "@todo-platform/contracts";
import { describe, expect, test } from "vitest";
import {
  inOrder,
  isListed,
  isNarrowed,
  mergeRead,
  noFilter,
  queryOf,
} from "../../../../apps/todo-frontend/web/domain/task-list.ts";
import { sampleTask } from "./sample-task.ts";

describe("a filter", () => {
  const filter = { status: "all", priority: "high", tag: "a b", search: " x&y ", sort: "-title" } as const;

  test("is a query that the API takes", () => {
    const query = new URLSearchParams(queryOf(filter, 50, "c+1"));
    const { search, ...more } = filter;
    const parsed = taskQuery.parse(Object.fromEntries(query));
    expect([search, parsed]).toEqual([" x&y ", { ...more, search: "x&y", limit: 50, cursor: "c+1" }]);
  });

  test("asks for nothing that was not chosen", () => {
    expect(queryOf(noFilter, 50)).toBe("status=open&sort=due_at&limit=50");
  });

  test.each([
    [{}, true],
    [{ completed: true }, false],
  ])("lists open tasks at first: %j is %s", (fields, listed) => {
    expect(isListed(sampleTask(fields), noFilter)).toBe(listed);
  });

  test.each([
    [{ priority: "high", tags: ["a b"], title: "X&Y" }, true],
    [{ priority: "high", tags: ["a b"], title: "-", description: "an x&y" }, true],
    [{ priority: "high", tags: ["a b"], title: "xy" }, false],
    [{ priority: "high", tags: ["a"], title: "x&y" }, false],
    [{ priority: "low", tags: ["a b"], title: "x&y" }, false],
  ] as const)("by all that was chosen: %j is %s", (fields, listed) => {
    expect(isListed(sampleTask({ ...fields, tags: [...fields.tags] }), filter)).toBe(listed);
  });

  test("is narrowed by anything but the order", () => {
    expect([isNarrowed(noFilter), isNarrowed({ ...noFilter, sort: "title" }), isNarrowed(filter)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("the order", () => {
  const tasks = [
    sampleTask({ id: "late", title: "b", due_at: "2026-03-02T00:00:00Z", priority: "low" }),
    sampleTask({ id: "never", title: "C", created_at: "2026-01-02T00:00:00Z" }),
    sampleTask({ id: "soon", title: "a", due_at: "2026-03-01T23:00:00-02:00", priority: "high" }),
  ];

  test.each([
    ["due_at", ["late", "soon", "never"]],
    ["-due_at", ["soon", "late", "never"]],
    ["-priority", ["soon", "never", "late"]],
    ["priority", ["late", "never", "soon"]],
    ["title", ["soon", "late", "never"]],
    ["-created_at", ["never", "late", "soon"]],
  ] as const)("by %s is %j", (sort, ids) => {
    expect(inOrder(tasks, sort).map(({ id }) => id)).toEqual(ids);
  });
});

test("a reading that is older than what is known does not undo a change", () => {
  const known = [sampleTask({ id: "1", version: 3 }), sampleTask({ id: "2", version: 1 })];
  const read = [sampleTask({ id: "1", version: 2 }), sampleTask({ id: "2", version: 2 }), sampleTask({ id: "3" })];
  expect(mergeRead(known, read, new Set()).map(({ id, version }) => [id, version])).toEqual([
    ["1", 3],
    ["2", 2],
    ["3", 1],
  ]);
});

test("a task that was just added stays although its page was not read; any other that was not read goes", () => {
  const known = [sampleTask({ id: "mine" }), sampleTask({ id: "gone" }), sampleTask({ id: "read", version: 1 })];
  const merged = mergeRead(known, [sampleTask({ id: "read", version: 2 })], new Set(["mine", "read"]));
  expect(merged.map(({ id, version }) => [id, version])).toEqual([
    ["read", 2],
    ["mine", 1],
  ]);
});
