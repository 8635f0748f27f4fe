import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newTask } from "@todo-platform/contracts";
import { sql } from "kysely";
import { degradations } from "../../../apps/todo-backend/src/domain/service-state.ts";
import { startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest } from "./backend-under-test.ts";

let backend: BackendUnderTest;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());
beforeEach(() => backend.clear());

const status = async () => (await backend.call("GET", "/api/status")).body;
const readiness = async () => {
  const { cache, events } = degradations(backend.stores.status);
  return [await cache(), await events()];
};
const add = () => backend.stores.tasks.create("ann", newTask.parse({ title: "A" }));
const ok = { status: "ok", parts: { cache: "ok", events: "ok" }, waiting_events: 0 };

test("while all works the status says so", async () => {
  expect(await status()).toEqual(ok);
  expect(await readiness()).toEqual([undefined, undefined]);
});

test("a state store that failed last is unavailable until it answers again", async () => {
  const { id } = await add();
  backend.sidecar.down.add("state");
  await backend.call("GET", `/api/tasks/${id}`);
  const parts = { cache: "unavailable", events: "ok" };
  expect(await status()).toEqual({ status: "degraded", parts, waiting_events: 1 });
  expect(await readiness()).toEqual(["unavailable: the database answers each read", undefined]);
  backend.sidecar.down.clear();
  await backend.call("GET", `/api/tasks/${id}`);
  expect(await status()).toMatchObject({ status: "ok", parts: { cache: "ok" } });
});

test("events are delayed as soon as the oldest has waited for more than five seconds", async () => {
  await add();
  await add();
  expect(await status()).toEqual({ ...ok, waiting_events: 2 });
  const earlier = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
  const age = (seconds: number) =>
    sql`update outbox set event = jsonb_set(event, '{timestamp}', to_jsonb(${earlier(seconds)}::text))
      where id = (select min(id) from outbox)`.execute(backend.database.db);
  await age(4);
  expect(await status()).toMatchObject({ status: "ok" });
  await age(6);
  expect(await status()).toEqual({ status: "degraded", parts: { cache: "ok", events: "delayed" }, waiting_events: 2 });
  expect(await readiness()).toEqual([undefined, "delayed: 2 wait for the broker"]);
});
