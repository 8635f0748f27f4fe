import { randomUUID } from "node:crypto";
import { newTask } from "@todo-platform/contracts";
import type { NewTask, Task, TaskPage } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest } from "./backend-under-test.ts";

let backend: BackendUnderTest;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());
beforeEach(() => backend.clear());

const add = (fields: Partial<NewTask> & { title: string }, user = "ann"): Promise<Task> =>
  backend.stores.tasks.create(user, newTask.parse(fields));

const page = async (query: string, token = backend.tokens.ann): Promise<TaskPage> => {
  const answer = await backend.call("GET", `/api/tasks?${query}`, { token });
  expect({ query, status: answer.status }).toEqual({ query, status: 200 });
  return answer.body as TaskPage;
};
const titles = async (query: string): Promise<string[]> => (await page(query)).tasks.map(({ title }) => title);

const errors = async (query: string): Promise<unknown> => {
  const { status, body } = await backend.call("GET", `/api/tasks?${query}`);
  return [status, (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)];
};

test("each filter lets through what fits, and all of them together", async () => {
  const milk = await add({
    title: "Buy milk",
    priority: "high",
    tags: ["home", "shop"],
    due_at: "2030-01-01T00:00:00.000Z",
  });
  await add({ title: "Sell car", description: "the old MILK van", due_at: "2030-01-03T00:00:00.000Z" });
  await backend.call("POST", `/api/tasks/${(await add({ title: "Call", tags: ["shopping"] })).id}/complete`);
  expect(await titles("status=open&sort=title")).toEqual(["Buy milk", "Sell car"]);
  expect(await titles("status=completed")).toEqual(["Call"]);
  expect(await titles("priority=high")).toEqual(["Buy milk"]);
  expect(await titles("tag=shop")).toEqual(["Buy milk"]);
  expect(await titles("search=mIlK&sort=title")).toEqual(["Buy milk", "Sell car"]);
  expect(await titles("due_before=2030-01-03T00:00:00Z")).toEqual(["Buy milk"]);
  expect(await titles("due_before=2030-01-03T01:30:00%2B02:00")).toEqual(["Buy milk"]);
  const all = "status=open&priority=high&tag=home&search=milk&due_before=2031-01-01T00:00:00Z";
  expect(await page(all)).toEqual({ tasks: [milk], next_cursor: null });
});

test.each(["100%", "a_b", "back\\slash", "'; drop table tasks; --", "100% a_b"])(
  "%s is searched for as it is",
  async (text) => {
    await add({ title: `x ${text} y` });
    await add({ title: "100 apples, axb, backslash, drop" });
    expect(await titles(`search=${encodeURIComponent(text)}`)).toEqual([`x ${text} y`]);
  },
);

/** Due dates, priorities and titles that repeat, so that only the id tells the order of some. */
const various = async (): Promise<void> => {
  for (let index = 0; index < 23; index++) {
    const due_at = index % 3 === 0 ? null : `2030-01-0${1 + (index % 4)}T00:00:00.000Z`;
    const priority = (["low", "medium", "high"] as const)[index % 3] ?? "low";
    await add({ title: `${index % 2 ? "Task" : "task"} ${index % 5}`, due_at, priority });
  }
};

const keys: Record<string, (task: Task) => string | number> = {
  created_at: (task) => task.created_at,
  due_at: (task) => task.due_at ?? "",
  priority: (task) => ["low", "medium", "high"].indexOf(task.priority),
  title: (task) => task.title.toLowerCase(),
};
const isSorted = (tasks: readonly Task[], sort: string): boolean => {
  const [, minus, field = ""] = /^(-?)(.*)$/.exec(sort) ?? [];
  const values = tasks
    .filter((task) => field !== "due_at" || task.due_at !== null)
    .map((task) => keys[field]?.(task) ?? "");
  const sorted = [...values].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return JSON.stringify(values) === JSON.stringify(minus ? sorted.reverse() : sorted);
};

test.each(["created_at", "-created_at", "due_at", "-due_at", "priority", "-priority", "title", "-title"])(
  "pages by %s give every task once and in order, those without a due date last",
  async (sort) => {
    await various();
    await add({ title: "Not mine" }, "bob");
    const all: Task[] = [];
    const sizes: number[] = [];
    let cursor = "";
    for (let pages = 0; pages < 20; pages++) {
      const { tasks, next_cursor: next } = await page(`sort=${sort}&limit=4${cursor}`);
      all.push(...tasks);
      sizes.push(tasks.length);
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect([sizes, new Set(all.map(({ id }) => id)).size]).toEqual([[4, 4, 4, 4, 4, 3], 23]);
    expect([isSorted(all, sort), all.every((task) => task.user_id === "ann")]).toEqual([true, true]);
    const dated = all.map((task) => task.due_at !== null);
    if (sort.endsWith("due_at")) expect(dated.lastIndexOf(true)).toBeLessThan(dated.indexOf(false));
  },
);

test("what is added or deleted between two pages makes no task come twice or be left out", async () => {
  for (let index = 0; index < 6; index++) await add({ title: `T${index}` });
  const first = await page("sort=title&limit=3");
  await add({ title: "T0a" });
  await backend.call("DELETE", `/api/tasks/${first.tasks[2]?.id}`);
  expect(await titles(`sort=title&limit=3&cursor=${first.next_cursor}`)).toEqual(["T3", "T4", "T5"]);
});

test("a page that ends with the last task says so, and the newest come first by default", async () => {
  for (const title of ["A", "B"]) await add({ title });
  expect((await page("limit=2")).next_cursor).toBeNull();
  expect((await page("")).tasks.map(({ created_at }) => created_at)).toEqual(
    (await page("sort=-created_at")).tasks.map(({ created_at }) => created_at),
  );
});

test("a title of the greatest length is part of a cursor that works", async () => {
  for (const end of ["a", "b", "c"]) await add({ title: "\u{1F98A}".repeat(99) + end });
  const { next_cursor: cursor } = await page("sort=title&limit=1");
  expect((await titles(`sort=title&cursor=${cursor}`)).map((title) => title.at(-1))).toEqual(["b", "c"]);
});

test("the cursor of another user leads to no task of that user", async () => {
  for (const title of ["A", "B"]) await add({ title }, "bob");
  await add({ title: "C" });
  const { next_cursor: cursor } = await page("sort=title&limit=1", backend.tokens.bob);
  expect(await titles(`sort=title&cursor=${cursor}`)).toEqual(["C"]);
});

const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

test.each([
  ["garbage", "%%%"],
  ["no JSON", "abc"],
  ["another order", cursorOf(["title", "A", randomUUID()])],
  ["a value that is no moment", cursorOf(["created_at", "soon", randomUUID()])],
  ["an id that is none", cursorOf(["created_at", "2030-01-01T00:00:00.000Z", "1"])],
])("a cursor with %s is answered 400", async (_name, cursor) => {
  expect(await errors(`sort=created_at&cursor=${encodeURIComponent(cursor)}`)).toEqual([400, ["/cursor"]]);
});

test("every wrong field of a query is named, an unknown one too", async () => {
  const query = "status=done&priority=urgent&sort=color&limit=201&due_before=soon&color=red&tag=";
  const [status, pointers] = (await errors(query)) as [number, string[]];
  expect([status, pointers.sort()]).toEqual([
    400,
    ["", "/due_before", "/limit", "/priority", "/sort", "/status", "/tag"],
  ]);
  expect(await errors("limit=1&limit=2")).toEqual([400, ["/limit"]]);
});
