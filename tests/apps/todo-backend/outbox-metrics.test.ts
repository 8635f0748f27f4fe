import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newTask } from "@todo-platform/contracts";
import { sql } from "kysely";
import { register } from "prom-client";
import { offerOutboxMetrics } from "../../../apps/todo-backend/src/events/outbox-metrics.ts";
import { readOutboxState } from "../../../apps/todo-backend/src/stores/outbox-state.ts";
import { startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest } from "./backend-under-test.ts";

let backend: BackendUnderTest;
let reads = 0;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());
beforeEach(() => backend.clear());

/** The lines of the outbox's metrics, each as name and value. */
const metrics = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    [...(await register.metrics()).matchAll(/^(outbox_\w+) (.+)$/gm)].map(([, name, value]) => [name, Number(value)]),
  );

const offer = () => {
  reads = 0;
  offerOutboxMetrics(() => {
    reads++;
    return readOutboxState(backend.database.db);
  });
};

test("an empty outbox is told as nothing that waits, from one look at the table", async () => {
  offer();
  expect(await metrics()).toEqual({ outbox_waiting_events: 0, outbox_oldest_seconds: 0 });
  expect(reads).toBe(1);
});

test("waiting events are counted, and the age of the oldest is told in seconds", async () => {
  offer();
  for (const title of ["A", "B"]) await backend.stores.tasks.create("ann", newTask.parse({ title }));
  const earlier = new Date(Date.now() - 90_000).toISOString();
  await sql`update outbox set event = jsonb_set(event, '{timestamp}', to_jsonb(${earlier}::text))
    where id = (select min(id) from outbox)`.execute(backend.database.db);
  const { outbox_waiting_events: waiting, outbox_oldest_seconds: oldest } = await metrics();
  expect(waiting).toBe(2);
  expect(oldest).toBeGreaterThanOrEqual(90);
  expect(oldest).toBeLessThan(100);
});

test("a database that does not answer takes these metrics away and no other", async () => {
  let works = true;
  offerOutboxMetrics(() => (works ? Promise.resolve({ waiting: 3, age: 2500 }) : Promise.reject(new Error("gone"))));
  expect(await metrics()).toEqual({ outbox_waiting_events: 3, outbox_oldest_seconds: 2.5 });
  works = false;
  expect(await metrics()).toEqual({});
  expect(await register.metrics()).toContain("# TYPE http_request_duration_seconds histogram");
  works = true;
  expect(await metrics()).toEqual({ outbox_waiting_events: 3, outbox_oldest_seconds: 2.5 });
});
