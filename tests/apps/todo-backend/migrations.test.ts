import { migrate, openDatabase } from "@todo-platform/service-kit/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrations } from "../../../apps/todo-backend/src/stores/migrations.ts";
import type { Tables } from "../../../apps/todo-backend/src/stores/tables.ts";
import { startPostgres } from "../../support/postgres.ts";
import type { TestPostgres } from "../../support/postgres.ts";

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test("of replicas that start at once one migrates and the others find it done", async () => {
  // Several rounds: without the lock it goes well now and then.
  for (let round = 0; round < 5; round++) {
    const url = await postgres.createDatabase();
    const replicas = Array.from({ length: 8 }, () => openDatabase<Tables>(url, () => undefined));
    await Promise.all(replicas.map(({ check }) => check()));
    const done = await Promise.all(replicas.map(({ db }) => migrate(db, migrations)));
    const work = done.filter((names) => names.length > 0);
    expect(work).toEqual([Object.keys(migrations)]);
    expect(await replicas[0]?.db.selectFrom("tasks").selectAll().execute()).toEqual([]);
    await Promise.all(replicas.map((replica) => replica.close()));
  }
});

test("a migration that fails is an error, leaves nothing behind, and the lock is free again", async () => {
  const database = openDatabase<Tables>(await postgres.createDatabase(), () => undefined);
  const broken = {
    ...migrations,
    "9999-broken": { up: () => Promise.reject(new Error("the last migration is broken")) },
  };
  await expect(migrate(database.db, broken)).rejects.toThrow("the last migration is broken");
  await expect(database.db.selectFrom("tasks").selectAll().execute()).rejects.toThrow(
    'relation "tasks" does not exist',
  );
  expect(await migrate(database.db, migrations)).toEqual(Object.keys(migrations));
  await database.close();
});
