import { signToken } from "@todo-platform/service-kit";
import { migrate, openDatabase } from "@todo-platform/service-kit/database";
import type { Database } from "@todo-platform/service-kit/database";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../apps/audit-service/src/app.ts";
import { createAuditStore } from "../../../apps/audit-service/src/stores/audit-store.ts";
import { createDeadLetterStore, forgottenAtOnce } from "../../../apps/audit-service/src/stores/dead-letter-store.ts";
import { migrations } from "../../../apps/audit-service/src/stores/migrations.ts";
import type { Tables } from "../../../apps/audit-service/src/stores/tables.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { startPostgres } from "../../support/postgres.ts";
import type { TestPostgres } from "../../support/postgres.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { asCloudEvent, sampleAudit, sampleCreated, sampleTask } from "../../support/sample-events.ts";

const jwtKey = "a key that is long enough for HS256";
let postgres: TestPostgres;
let database: Database<Tables>;
let running: RunningApp;

beforeAll(async () => {
  postgres = await startPostgres();
  database = openDatabase<Tables>(await postgres.createDatabase(), () => undefined);
  await migrate(database.db, migrations);
  const audit = createAuditStore(database.db);
  const deadLetters = createDeadLetterStore(database.db);
  running = await runApp(createApp({ log: createMemoryLog(), appToken: "t", jwtKey, audit, deadLetters }));
});

afterAll(async () => {
  await running.stop();
  await database.close();
  await postgres.stop();
});

async function post(route: string, body: unknown, token = "t") {
  const headers = { "dapr-api-token": token, "content-type": "application/cloudevents+json" };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await fetch(running.url + route, { method: "POST", headers, body: text });
  return { status: answer.status, body: await answer.json() };
}

async function trail(user: string, query = "") {
  const headers = { "dapr-api-token": "t", authorization: `Bearer ${await signToken(jwtKey, user)}` };
  const answer = await fetch(`${running.url}/api/audit${query}`, { headers });
  return { status: answer.status, body: (await answer.json()) as { entries: Record<string, unknown>[] } };
}

const success = { status: 200, body: { status: "SUCCESS" } };

test("every event is recorded once, however often it comes, and listed for its user only, the newest first", async () => {
  const created = sampleCreated(sampleTask("ann"));
  const signedIn = sampleAudit("ann");
  expect(await post("/task-events", asCloudEvent(created))).toEqual(success);
  expect(await post("/task-events", asCloudEvent(created))).toEqual(success);
  expect(await post("/audit-logs", asCloudEvent(signedIn))).toEqual(success);
  const entry = ({
    event_id,
    event_type,
    correlation_id,
    source,
    timestamp,
    payload,
  }: typeof created | typeof signedIn) => ({
    sequence: expect.any(Number),
    event_id,
    event_type,
    user_id: "ann",
    correlation_id,
    source,
    timestamp,
    payload,
  });
  expect((await trail("ann")).body).toEqual({ entries: [entry(signedIn), entry(created)] });
  expect((await trail("bob")).body).toEqual({ entries: [] });
});

const bulkOf = (events: readonly ReturnType<typeof sampleCreated>[]) => ({
  entries: events.map((event, index) => ({ entryId: String(index), event: asCloudEvent(event) })),
});
const answered = (...statuses: string[]) => ({
  status: 200,
  body: { statuses: statuses.map((status, index) => ({ entryId: String(index), status })) },
});

test("the events of a bulk delivery are recorded in its order, each once", async () => {
  const task = sampleTask("bulk");
  const events = [1, 2, 3].map((number) => ({ ...sampleCreated(task), correlation_id: `b-${number}` }));
  expect(await post("/task-events", asCloudEvent(events[1] ?? sampleCreated()))).toEqual(success);
  const delivery = bulkOf([...events, ...events.slice(0, 1)]);
  expect(await post("/task-events", delivery)).toEqual(answered("SUCCESS", "SUCCESS", "SUCCESS", "SUCCESS"));
  const ids = (await trail("bulk")).body.entries.map((entry) => entry["correlation_id"]);
  expect(ids).toEqual(["b-3", "b-1", "b-2"]);
});

test("an event that the database refuses comes again alone, and the rest of its delivery is recorded", async () => {
  const [good, bad, other] = ["x", "a\0b", "y"].map((title) => sampleCreated(sampleTask("mixed", { title })));
  if (!good || !bad || !other) throw new Error("three events");
  expect(await post("/task-events", bulkOf([good, bad, other]))).toEqual(answered("SUCCESS", "RETRY", "SUCCESS"));
  const ids = (await trail("mixed")).body.entries.map((entry) => entry["event_id"]);
  expect(ids).toEqual([other.event_id, good.event_id]);
});

test("the trail is filtered by task and by correlation id, and limited", async () => {
  const events = [1, 2, 3].map((number) => ({ ...sampleCreated(sampleTask("eve")), correlation_id: `c-${number}` }));
  for (const event of events) await post("/task-events", asCloudEvent(event));
  const ids = async (query: string) => (await trail("eve", query)).body.entries.map((entry) => entry["correlation_id"]);
  expect(await ids(`?task_id=${events[1]?.payload.task_id}`)).toEqual(["c-2"]);
  expect(await ids("?correlation_id=c-1")).toEqual(["c-1"]);
  expect(await ids("?limit=2")).toEqual(["c-3", "c-2"]);
  expect((await trail("eve", "?limit=0")).status).toBe(400);
});

test.each(["update audit_trail set user_id = 'x'", "delete from audit_trail", "truncate audit_trail"])(
  "the database itself refuses: %s",
  async (statement) => {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow("the audit trail is append-only");
  },
);

test("a dead letter is kept as it came, once, whatever it is", async () => {
  const odd: Record<string, unknown> = {
    ...asCloudEvent(sampleCreated()),
    topic: "task-events",
    data: { nonsense: true },
  };
  expect(await post("/dead-letters", odd)).toEqual(success);
  expect(await post("/dead-letters", odd)).toEqual(success);
  expect(await post("/dead-letters", "no JSON \0")).toEqual(success);
  expect(await post("/dead-letters", "")).toEqual(success);
  const rows = await database.db
    .selectFrom("dead_letters")
    .select(["topic", "event_id", "body"])
    .orderBy("id")
    .execute();
  expect(rows).toEqual([
    { topic: "task-events", event_id: odd["id"], body: JSON.stringify(odd) },
    { topic: "unknown", event_id: expect.stringMatching(/^[0-9a-f]{64}$/), body: "no JSON \u{FFFD}" },
    { topic: "unknown", event_id: expect.stringMatching(/^[0-9a-f]{64}$/), body: "" },
  ]);
});

describe("the daily cleanup", () => {
  const cleanup = () => post("/api/jobs/daily-cleanup", "");
  const arrived = (ages: readonly string[]) =>
    database.db
      .insertInto("dead_letters")
      .values(
        ages.map((age, index) => ({
          topic: "old-events",
          event_id: `${age} ${index}`,
          body: "",
          correlation_id: "",
          received_at: sql<Date>`now() - ${age}::interval`,
        })),
      )
      .execute();
  const left = async () =>
    (await database.db.selectFrom("dead_letters").select("event_id").where("topic", "=", "old-events").execute()).map(
      ({ event_id }) => event_id,
    );
  beforeEach(async () => {
    await database.db.deleteFrom("dead_letters").execute();
  });

  test("deletes dead letters older than 30 days, and once more nothing", async () => {
    await arrived(["31 days", "30 days 1 minute", "29 days 23 hours", "0 days"]);
    expect(await cleanup()).toEqual({ status: 200, body: { dead_letters: 2 } });
    expect(await left()).toEqual(["29 days 23 hours 2", "0 days 3"]);
    expect(await cleanup()).toEqual({ status: 200, body: { dead_letters: 0 } });
  });

  test("keeps the whole audit trail", async () => {
    await post("/task-events", asCloudEvent(sampleCreated(sampleTask("old"))));
    const count = async () => (await database.db.selectFrom("audit_trail").select("sequence").execute()).length;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await cleanup();
    expect(await count()).toBe(before);
  });

  test("deletes more than one transaction's worth", async () => {
    await arrived(Array.from({ length: forgottenAtOnce + 1 }, () => "40 days"));
    expect((await cleanup()).body).toEqual({ dead_letters: forgottenAtOnce + 1 });
  });

  test("leaves the work to the replica that is at it", async () => {
    await arrived(["31 days"]);
    await database.db.transaction().execute(async (other) => {
      await sql`select pg_advisory_xact_lock(hashtext('forget dead letters'))`.execute(other);
      expect((await cleanup()).body).toEqual({ dead_letters: 0 });
    });
    expect(await left()).toHaveLength(1);
    expect((await Promise.all([cleanup(), cleanup()])).map(({ status }) => status)).toEqual([200, 200]);
    expect(await left()).toEqual([]);
  });

  test("is for the sidecar only", async () => {
    expect((await post("/api/jobs/daily-cleanup", "", "x")).status).toBe(401);
  });
});

test("the proof of a delivery path is stored nowhere", async () => {
  const before =
    await sql`select (select count(*) from audit_trail) + (select count(*) from dead_letters) as n`.execute(
      database.db,
    );
  const proof = { specversion: "1.0", id: "1", type: "platform.verify", source: "verify", data: {} };
  for (const route of ["/task-events", "/audit-logs", "/dead-letters"])
    expect(await post(route, proof)).toEqual(success);
  const after = await sql`select (select count(*) from audit_trail) + (select count(*) from dead_letters) as n`.execute(
    database.db,
  );
  expect(after.rows).toEqual(before.rows);
});

test("every route but health asks for the app's token", async () => {
  const statuses = [
    (await post("/task-events", asCloudEvent(sampleCreated()), "x")).status,
    (await post("/audit-logs", asCloudEvent(sampleAudit()), "x")).status,
    (await post("/dead-letters", "x", "x")).status,
    (await fetch(`${running.url}/api/audit`)).status,
  ];
  expect(statuses).toEqual([401, 401, 401, 401]);
});
