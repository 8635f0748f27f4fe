import { createStateStore, DaprClient } from "@todo-platform/service-kit";
import type { Task } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTaskCache } from "../../../apps/todo-backend/src/stores/task-cache.ts";
import type { TaskStore } from "../../../apps/todo-backend/src/stores/task-store.ts";
import { withCache } from "../../../apps/todo-backend/src/stores/with-cache.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { sampleTask } from "../../support/sample-events.ts";

const log = createMemoryLog();
let sidecar: FakeSidecar;
let row: Task | undefined;
let reads = 0;

const database: TaskStore = {
  list: async () => ({ tasks: row ? [row] : [], next_cursor: null }),
  find: async (user, id) => {
    reads += 1;
    return row?.user_id === user && row.id === id ? row : undefined;
  },
  create: async () => (row = sampleTask("ann")),
  change: async () => (row = row && { ...row, title: "Changed", version: row.version + 1 }),
  remove: async () => {
    const removed = row;
    row = undefined;
    return removed;
  },
  recordAudit: async () => undefined,
};

const cache = () => createTaskCache(createStateStore(new DaprClient({ port: sidecar.port }), "statestore"), log);
const tasks = () => withCache(database, cache());
const noChange = () => undefined;

beforeAll(async () => {
  sidecar = await FakeSidecar.start();
});
afterAll(() => sidecar.stop());
beforeEach(() => {
  sidecar.state.clear();
  sidecar.down.clear();
  reads = log.lines.length = 0;
  row = undefined;
});

test("a task that was read once is read from the state store", async () => {
  row = sampleTask("ann");
  expect(await tasks().find("ann", row.id)).toEqual(row);
  expect(await tasks().find("ann", row.id)).toEqual(row);
  expect(reads).toBe(1);
  expect([...sidecar.state.keys()]).toEqual([`user-ann-task-${row.id}`]);
});

test("a new task is answered before the cache has it, and cached in one call", async () => {
  sidecar.calls.length = 0;
  const { id } = await tasks().create("ann", {} as never);
  expect([...sidecar.state.keys()]).toEqual([]);
  await expect.poll(() => [...sidecar.state.keys()]).toEqual([`user-ann-task-${id}`]);
  expect(sidecar.calls).toEqual(["POST /v1.0/state/statestore?"]);
  expect(await tasks().find("ann", id)).toEqual(row);
  expect(reads).toBe(0);
});

test("a new task that is cached late does not replace a newer version or bring a deleted task back", async () => {
  const task = sampleTask("ann");
  await cache().put({ ...task, version: 2, title: "New" });
  await cache().putNew(task);
  expect(await cache().get("ann", task.id)).toMatchObject({ title: "New", version: 2 });
  await cache().remove({ ...task, version: 2 });
  await cache().putNew(task);
  expect(await cache().get("ann", task.id)).toBe("deleted");
});

test("a change is seen by the next read, on every replica", async () => {
  const { id } = await tasks().create("ann", {} as never);
  await tasks().change("ann", id, noChange);
  expect(await tasks().find("ann", id)).toMatchObject({ title: "Changed", version: 2 });
});

test("a deleted task is not read from the cache", async () => {
  const { id } = await tasks().create("ann", {} as never);
  await tasks().remove("ann", id, noChange);
  expect(await tasks().find("ann", id)).toBeUndefined();
});

test("a slow reader cannot put an older version or a deleted task back", async () => {
  const task = sampleTask("ann");
  await cache().put({ ...task, version: 3, title: "New" });
  await cache().put({ ...task, version: 2, title: "Old" });
  expect(await cache().get("ann", task.id)).toMatchObject({ title: "New", version: 3 });
  await cache().remove({ ...task, version: 3 });
  await cache().put({ ...task, version: 3 });
  expect(await cache().get("ann", task.id)).toBe("deleted");
});

test("of versions written at once the newest stays", async () => {
  const task = sampleTask("ann");
  await Promise.all([5, 1, 4, 2, 3].map((version) => cache().put({ ...task, version })));
  expect(await cache().get("ann", task.id)).toMatchObject({ version: 5 });
});

test("another user's task, or anything else under the key, is no hit", async () => {
  const task = sampleTask("ann");
  sidecar.state.set(`user-bob-task-${task.id}`, { etag: "1", value: { deleted: false, version: 1, task } });
  expect(await cache().get("bob", task.id)).toBeUndefined();
  sidecar.state.set(`user-ann-task-${task.id}`, { etag: "1", value: "rubbish" });
  expect(await cache().get("ann", task.id)).toBeUndefined();
});

test("while the state store is down the database answers, and a warning is logged", async () => {
  sidecar.down.add("state");
  const { id } = await tasks().create("ann", {} as never);
  expect(await tasks().find("ann", id)).toMatchObject({ id });
  expect(await tasks().change("ann", id, noChange)).toMatchObject({ version: 2 });
  expect(log.lines.every((line) => line.startsWith("warn: the task cache is not available: "))).toBe(true);
  expect(log.lines.length).toBeGreaterThan(0);
});
