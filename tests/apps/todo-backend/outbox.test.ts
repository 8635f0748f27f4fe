import { setTimeout as delay } from "node:timers/promises";
import { newTask } from "@todo-platform/contracts";
import { openDatabase, migrate } from "@todo-platform/service-kit/database";
import type { Database } from "@todo-platform/service-kit/database";
import { createEventPublisher, DaprClient, withContext } from "@todo-platform/service-kit";
import type { EventPublisher } from "@todo-platform/service-kit";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startOutboxRelay } from "../../../apps/todo-backend/src/events/outbox-relay.ts";
import type { OutboxRelay } from "../../../apps/todo-backend/src/events/outbox-relay.ts";
import { relayBatch } from "../../../apps/todo-backend/src/events/relay-batch.ts";
import { migrations } from "../../../apps/todo-backend/src/stores/migrations.ts";
import type { Tables } from "../../../apps/todo-backend/src/stores/tables.ts";
import { createTaskStore } from "../../../apps/todo-backend/src/stores/task-store.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { startPostgres } from "../../support/postgres.ts";
import type { TestPostgres } from "../../support/postgres.ts";

const log = createMemoryLog();
const relays: OutboxRelay[] = [];
let postgres: TestPostgres;
let url: string;
let database: Database<Tables>;
let sidecar: FakeSidecar;
let publisher: EventPublisher;

beforeAll(async () => {
  [postgres, sidecar] = await Promise.all([startPostgres(), FakeSidecar.start()]);
  url = await postgres.createDatabase();
  database = openDatabase<Tables>(url, () => undefined);
  await migrate(database.db, migrations);
  publisher = createEventPublisher(new DaprClient({ port: sidecar.port }), "kafka-pubsub");
});

afterAll(async () => {
  await database.close();
  await sidecar.stop();
  await postgres.stop();
});

beforeEach(async () => {
  sidecar.down.clear();
  sidecar.published.length = 0;
  sidecar.refuse = () => false;
  await database.db.deleteFrom("outbox").execute();
});

afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});

function startRelay(db = database.db): OutboxRelay {
  const relay = startOutboxRelay(() => relayBatch(db, publisher, log), log);
  relays.push(relay);
  return relay;
}

const store = (changed: () => void = () => undefined) => createTaskStore(database.db, changed);
const add = (user: string, title: string) => store().create(user, newTask.parse({ title }));
const left = async (): Promise<number> => (await database.db.selectFrom("outbox").select("id").execute()).length;
const titles = (key: string): string[] =>
  sidecar.published
    .filter((event) => event.key === key)
    .map(({ cloudEvent }) => (cloudEvent.data["payload"] as { task_data: { title: string } }).task_data.title);

test("an event is published in the trace of the request that caused it, at once after the commit", async () => {
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const relay = startRelay();
  await expect.poll(left).toBe(0);
  const begin = performance.now();
  await withContext({ traceparent, correlationId: "c-1" }, () =>
    store(() => relay.wake()).create("ann", newTask.parse({ title: "A" })),
  );
  await expect.poll(() => sidecar.published.length, { interval: 5 }).toBe(1);
  expect(performance.now() - begin).toBeLessThan(500);
  expect(sidecar.published[0]).toMatchObject({ topic: "task-events", key: "ann", traceparent });
  expect(sidecar.published[0]?.cloudEvent.data["correlation_id"]).toBe("c-1");
  await expect.poll(left).toBe(0);
});

test("a crash between commit and publish loses nothing: the next start publishes it", async () => {
  await add("ann", "A");
  expect([await left(), sidecar.published.length]).toEqual([1, 0]);
  startRelay();
  await expect.poll(left).toBe(0);
  expect(titles("ann")).toEqual(["A"]);
});

test("a crash between publish and delete repeats the event with the same id", async () => {
  await add("ann", "A");
  const crash = database.db.transaction().execute(async (transaction) => {
    const nested = { transaction: () => ({ execute: (work: (t: unknown) => unknown) => work(transaction) }) };
    await relayBatch(nested as never, publisher, log);
    throw new Error("crash");
  });
  await expect(crash).rejects.toThrow("crash");
  expect(await left()).toBe(1);
  await relayBatch(database.db, publisher, log);
  const ids = sidecar.published.map(({ cloudEvent }) => cloudEvent.id);
  expect([ids.length, new Set(ids).size, await left()]).toEqual([2, 1, 0]);
});

test("a change that fails leaves no event", async () => {
  const create = add("ann", "a\0b");
  await expect(create).rejects.toThrow();
  expect(await left()).toBe(0);
});

test("while an event of one user is refused, that user's later ones wait, and other users' go out", async () => {
  for (const title of ["A1", "A2"]) await add("ann", title);
  for (const title of ["B1", "B2"]) await add("bob", title);
  let refused = 0;
  sidecar.refuse = (event) => event.key === "ann" && ++refused === 1;
  expect(await relayBatch(database.db, publisher, log)).toEqual({ published: 2, failed: 2 });
  expect([titles("ann"), titles("bob")]).toEqual([[], ["B1", "B2"]]);
  sidecar.refuse = () => false;
  await relayBatch(database.db, publisher, log);
  expect(titles("ann")).toEqual(["A1", "A2"]);
});

test("what waits goes out in one call, in its order, each event in the trace of its own request", async () => {
  const traces = ["1", "2", "3"].map((digit) => `00-${digit.repeat(32)}-${digit.repeat(16)}-01`);
  for (const [index, traceparent] of traces.entries()) {
    await withContext({ traceparent, correlationId: `c-${index}` }, () => add("ann", `T${index}`));
  }
  sidecar.calls.length = 0;
  expect(await relayBatch(database.db, publisher, log)).toEqual({ published: 3, failed: 0 });
  expect(sidecar.calls).toEqual(["POST /v1.0/publish/bulk/kafka-pubsub/task-events"]);
  expect(titles("ann")).toEqual(["T0", "T1", "T2"]);
  expect(sidecar.published.map(({ traceparent }) => traceparent)).toEqual(traces);
});

test("a replica that finds another one relaying publishes what is new as soon as that one is done", async () => {
  const [begun, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await add("ann", "A");
  const slow: EventPublisher = {
    ...publisher,
    publishAll: async (topic, events) => {
      begun.resolve();
      await finish.promise;
      return publisher.publishAll(topic, events);
    },
  };
  const first = relayBatch(database.db, slow, log);
  await begun.promise;
  await add("ann", "B");
  const second = relayBatch(database.db, publisher, log);
  await delay(50);
  expect(titles("ann")).toEqual([]);
  finish.resolve();
  expect(await Promise.all([first, second])).toEqual([
    { published: 1, failed: 0 },
    { published: 1, failed: 0 },
  ]);
  expect(titles("ann")).toEqual(["A", "B"]);
});

test("with two replicas relaying, every event goes out exactly once and in the order of its user", async () => {
  const other = openDatabase<Tables>(url, () => undefined);
  const expected = Array.from({ length: 120 }, (_, index) => `T${index}`);
  const users = ["ann", "bob", "eve"];
  const both = [startRelay(), startRelay(other.db)];
  await Promise.all(
    users.map(async (user) => {
      for (const title of expected) {
        await add(user, title);
        both.forEach((relay) => relay.wake());
      }
    }),
  );
  await expect.poll(left, { timeout: 10_000 }).toBe(0);
  expect(users.map(titles)).toEqual([expected, expected, expected]);
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await other.close();
});

test("while the broker is down changes go on, and afterwards everything is published in order", async () => {
  sidecar.down.add("publish");
  const relay = startRelay();
  for (const title of ["A", "B", "C"]) {
    await add("ann", title);
    relay.wake();
  }
  expect([await left(), sidecar.published.length]).toEqual([3, 0]);
  sidecar.down.clear();
  await expect.poll(left, { timeout: 5000 }).toBe(0);
  expect(titles("ann")).toEqual(["A", "B", "C"]);
});

test("stopping publishes what is left", async () => {
  const relay = startRelay();
  await expect.poll(left).toBe(0);
  await add("ann", "last");
  await relay.stop();
  expect([titles("ann"), await left()]).toEqual([["last"], 0]);
});

test("a database connection that breaks during a batch ends the batch, not the process, and loses nothing", async () => {
  await add("ann", "A");
  const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database()`;
  const breaking: EventPublisher = {
    ...publisher,
    publishAll: async () => {
      await others.execute(database.db);
      await delay(100);
      return new Map();
    },
  };
  await expect(relayBatch(database.db, breaking, log)).rejects.toThrow();
  expect(await left()).toBe(1);
  await relayBatch(database.db, publisher, log);
  expect([titles("ann"), await left()]).toEqual([["A"], 0]);
});
