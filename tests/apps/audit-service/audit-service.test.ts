import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgottenAtOnce } from "../../../apps/audit-service/src/stores/dead-letter-store.ts";
import { asCloudEvent, sampleAudit, sampleCreated, sampleTask } from "../../support/sample-events.ts";
import { startAudit } from "./running-audit.ts";
import type { RunningAudit } from "./running-audit.ts";

let audit: RunningAudit;
const post: RunningAudit["post"] = (...call) => audit.post(...call);
const trail: RunningAudit["trail"] = (...call) => audit.trail(...call);

beforeAll(async () => {
  audit = await startAudit();
});

afterAll(() => audit.stop());

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
  const [good, bad, other] = ["x", "b", "y"].map((title) => sampleCreated(sampleTask("mixed", { title })));
  if (!good || !bad || !other) throw new Error("three events");
  await sql`
    create function refuse_b() returns trigger language plpgsql as
      $$ begin if new.event_id = ${sql.lit(bad.event_id)} then raise 'no' using errcode = 'disk_full'; end if; return new; end $$`.execute(
    audit.database.db,
  );
  await sql`create trigger refuse_b before insert on audit_trail for each row execute function refuse_b()`.execute(
    audit.database.db,
  );
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
    await expect(sql.raw(statement).execute(audit.database.db)).rejects.toThrow("the audit trail is append-only");
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
  const rows = await audit.database.db
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
    audit.database.db
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
    (
      await audit.database.db.selectFrom("dead_letters").select("event_id").where("topic", "=", "old-events").execute()
    ).map(({ event_id }) => event_id);
  beforeEach(async () => {
    await audit.database.db.deleteFrom("dead_letters").execute();
  });

  test("deletes dead letters older than 30 days, and once more nothing", async () => {
    await arrived(["31 days", "30 days 1 minute", "29 days 23 hours", "0 days"]);
    expect(await cleanup()).toEqual({ status: 200, body: { dead_letters: 2, audit_trail: "whole" } });
    expect(await left()).toEqual(["29 days 23 hours 2", "0 days 3"]);
    expect(await cleanup()).toEqual({ status: 200, body: { dead_letters: 0, audit_trail: "whole" } });
  });

  test("keeps the whole audit trail", async () => {
    await post("/task-events", asCloudEvent(sampleCreated(sampleTask("old"))));
    const count = async () => (await audit.database.db.selectFrom("audit_trail").select("sequence").execute()).length;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await cleanup();
    expect(await count()).toBe(before);
  });

  test("deletes more than one transaction's worth", async () => {
    await arrived(Array.from({ length: forgottenAtOnce + 1 }, () => "40 days"));
    expect((await cleanup()).body).toMatchObject({ dead_letters: forgottenAtOnce + 1 });
  });

  test("leaves the work to the replica that is at it", async () => {
    await arrived(["31 days"]);
    await audit.database.db.transaction().execute(async (other) => {
      await sql`select pg_advisory_xact_lock(hashtext('forget dead letters'))`.execute(other);
      expect((await cleanup()).body).toMatchObject({ dead_letters: 0 });
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
      audit.database.db,
    );
  const proof = { specversion: "1.0", id: "1", type: "platform.verify", source: "verify", data: {} };
  for (const route of ["/task-events", "/audit-logs", "/dead-letters"])
    expect(await post(route, proof)).toEqual(success);
  const after = await sql`select (select count(*) from audit_trail) + (select count(*) from dead_letters) as n`.execute(
    audit.database.db,
  );
  expect(after.rows).toEqual(before.rows);
});

test("every route but health asks for the app's token", async () => {
  const statuses = [
    (await post("/task-events", asCloudEvent(sampleCreated()), "x")).status,
    (await post("/audit-logs", asCloudEvent(sampleAudit()), "x")).status,
    (await post("/dead-letters", "x", "x")).status,
    (await fetch(`${audit.url}/api/audit`)).status,
  ];
  expect(statuses).toEqual([401, 401, 401, 401]);
});
