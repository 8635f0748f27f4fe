import { newTask } from "@todo-platform/contracts";
import { migrate, openDatabase } from "@todo-platform/service-kit/database";
import type { Database } from "@todo-platform/service-kit/database";
import { createEventPublisher, DaprClient } from "@todo-platform/service-kit";
import type { EventPublisher } from "@todo-platform/service-kit";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startOutboxRelay } from "../../../apps/todo-backend/src/events/outbox-relay.ts";
import { relayBatch } from "../../../apps/todo-backend/src/events/relay-batch.ts";
import { migrations } from "../../../apps/todo-backend/src/stores/migrations.ts";
import type { Tables } from "../../../apps/todo-backend/src/stores/tables.ts";
import { createTaskStore } from "../../../apps/todo-backend/src/stores/task-store.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { startPostgres } from "../../support/postgres.ts";
import type { TestPostgres } from "../../support/postgres.ts";

const log = createMemoryLog();
let postgres: TestPostgres;
let sidecar: FakeSidecar;
let url: string;
const databases: Database<Tables>[] = [];

beforeAll(async () => {
  [postgres, sidecar] = await Promise.all([startPostgres(), FakeSidecar.start()]);
  url = await postgres.createDatabase();
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await sidecar.stop();
  await postgres.stop();
});

const open = (): Database<Tables> => {
  const database = openDatabase<Tables>(url, () => undefined);
  databases.push(database);
  return database;
};

/** Numbers from 0 to 1 that are the same in each run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A publisher whose calls fail before or after they did their work, or leave the database without a connection. */
function createFaulty(database: Database<Tables>, faults: Record<string, number>): EventPublisher {
  const publisher = createEventPublisher(new DaprClient({ port: sidecar.port }), "kafka-pubsub");
  let calls = 0;
  return {
    ...publisher,
    async publishAll(topic, events) {
      // By turns, since a busy machine makes few and large calls, and by chance a kind of fault could be missing.
      const turn = calls++ % 12;
      const fault = (name: string, at: number): boolean => {
        if (turn === at) faults[name] = (faults[name] ?? 0) + 1;
        return turn === at;
      };
      if (fault("not sent", 2)) throw new Error("the sidecar did not answer");
      const failures = await publisher.publishAll(topic, events);
      if (fault("answer lost", 4)) throw new Error("the answer is lost");
      if (fault("connection broken", 6)) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where pid <> pg_backend_pid() and datname = current_database() and state = 'idle in transaction'`.execute(
          database.db,
        );
      }
      return failures;
    },
  };
}

test("of 2,000 events none is lost and each user's come in order, whatever fails between database and broker", async () => {
  const [users, each] = [8, 250];
  const random = createRandom(20_260_101);
  const [one, other] = [open(), open()];
  await migrate(one.db, migrations);
  const faults: Record<string, number> = {};
  sidecar.refuse = () => {
    const refused = random() < 0.01;
    if (refused) faults["refused"] = (faults["refused"] ?? 0) + 1;
    return refused;
  };
  const relays = [one, other].map((database) => {
    const publisher = createFaulty(database, faults);
    return startOutboxRelay(() => relayBatch(database.db, publisher, log), log);
  });
  const store = createTaskStore(one.db, () => relays.forEach((relay) => relay.wake()));
  const names = Array.from({ length: users }, (_, user) => `user-${user}`);
  const add = async (user: string): Promise<void> => {
    for (let index = 0; index < each; index++) {
      // A request whose connection is broken by a fault is repeated, as its user would.
      const create = () => store.create(user, newTask.parse({ title: String(index) }));
      await create().catch(create).catch(create);
    }
  };
  await Promise.all(names.map(add));
  const left = async () => (await one.db.selectFrom("outbox").select("id").execute()).length;
  await expect.poll(() => left().catch(() => -1), { timeout: 60_000, interval: 100 }).toBe(0);
  await Promise.all(relays.map((relay) => relay.stop()));
  expect(Object.keys(faults).sort()).toEqual(["answer lost", "connection broken", "not sent", "refused"]);
  const ids = new Set<string>();
  // What a subscriber keeps: the first of each id.
  const received = sidecar.published.filter(({ cloudEvent: { id } }) => ids.size < ids.add(id).size);
  const ordered = Map.groupBy(received, ({ key }) => key);
  const rows = await one.db.selectFrom("tasks").select("id").execute();
  expect([received.length, sidecar.published.length > received.length]).toEqual([rows.length, true]);
  expect(rows.length).toBeGreaterThanOrEqual(users * each);
  for (const name of names) {
    const titles = (ordered.get(name) ?? []).map(({ cloudEvent }) => {
      const { task_data: task } = cloudEvent.data["payload"] as { task_data: { title: string } };
      return Number(task.title);
    });
    expect({ name, titles }).toEqual({ name, titles: titles.toSorted((a, b) => a - b) });
    expect(new Set(titles).size).toBe(each);
  }
}, 120_000);
