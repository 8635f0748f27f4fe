import { migrate, openDatabase } from "@todo-platform/service-kit/database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAuditStore } from "../../../apps/audit-service/src/stores/audit-store.ts";
import { migrations } from "../../../apps/audit-service/src/stores/migrations.ts";
import type { Tables } from "../../../apps/audit-service/src/stores/tables.ts";
import { asCloudEvent, sampleCreated, sampleTask } from "../../support/sample-events.ts";
import { startAudit } from "./running-audit.ts";
import type { RunningAudit } from "./running-audit.ts";

let audit: RunningAudit;
const post: RunningAudit["post"] = (...call) => audit.post(...call);
const trail: RunningAudit["trail"] = (...call) => audit.trail(...call);

beforeAll(async () => {
  audit = await startAudit();
});

afterAll(() => audit.stop());

const bulkOf = (events: readonly ReturnType<typeof sampleCreated>[]) => ({
  entries: events.map((event, index) => ({ entryId: String(index), event: asCloudEvent(event) })),
});

describe("the chain of the audit trail", () => {
  const hashes = async () =>
    (await audit.database.db.selectFrom("audit_trail").select(["sequence", "hash"]).orderBy("sequence").execute()).map(
      (row) => [Number(row.sequence), row.hash],
    );
  const firstBroken = () => createAuditStore(audit.database.db).firstBroken();
  /** Does what the triggers refuse, as somebody could who owns the database. */
  const tamper = (statement: string) =>
    sql
      .raw(`alter table audit_trail disable trigger user; ${statement}; alter table audit_trail enable trigger user`)
      .execute(audit.database.db);

  test("has no gaps and is whole after events that came at once, in bulk and again", async () => {
    const events = Array.from({ length: 60 }, () => sampleCreated(sampleTask("chain")));
    const bulks = [events.slice(0, 20), events.slice(10, 40)].map((some) => post("/task-events", bulkOf(some)));
    await Promise.all([...bulks, ...events.map((event) => post("/task-events", asCloudEvent(event)))]);
    expect((await trail("chain", "?limit=500")).body.entries).toHaveLength(60);
    const all = await hashes();
    expect(all.map(([number]) => number)).toEqual(all.map((_, index) => index + 1));
    expect(new Set(all.map(([, hash]) => hash)).size).toBe(all.length);
    expect(await firstBroken()).toBeUndefined();
  });

  test.each([
    ["changed", "update audit_trail set payload = '{}' where sequence = 5", 5],
    ["changed together with its hash", "update audit_trail set user_id = 'x', hash = 'x' where sequence = 7", 7],
    ["removed", "delete from audit_trail where sequence = 9", 10],
  ])("shows where an entry was %s", async (_, statement, broken) => {
    await audit.database.db
      .transaction()
      .execute(async (transaction) => {
        await sql.raw("alter table audit_trail disable trigger user").execute(transaction);
        await sql.raw(statement).execute(transaction);
        expect(await createAuditStore(transaction).firstBroken()).toBe(broken);
        throw new Error("undo");
      })
      .catch((error: Error) => expect(error.message).toBe("undo"));
  });

  test("is checked each night", async () => {
    await tamper("update audit_trail set source = 'x' where sequence = (select max(sequence) from audit_trail)");
    expect((await post("/api/jobs/daily-cleanup", "")).body).toMatchObject({ audit_trail: "broken" });
    expect(audit.lines.at(-2)).toMatch(/the audit trail was changed: entry \d+ does not follow/);
  });

  test("covers the entries that were there before it", async () => {
    const older = openDatabase<Tables>(await audit.postgres.createDatabase(), () => undefined);
    const { "0001-create-audit-trail": first = { up: async () => undefined } } = migrations;
    await migrate(older.db, { "0001-create-audit-trail": first });
    const row = `gen_random_uuid(), 'task.created', 'ann', '', 'c', 'todo-backend', 't', '{"b":1,"a":"ä"}'`;
    const columns = "event_id, event_type, user_id, task_id, correlation_id, source, timestamp, payload";
    await sql.raw(`insert into audit_trail (${columns}) values (${row}), (${row})`).execute(older.db);
    await migrate(older.db, migrations);
    await createAuditStore(older.db).record(sampleCreated());
    expect(await createAuditStore(older.db).firstBroken()).toBeUndefined();
    expect((await createAuditStore(older.db).list({ user: "ann", limit: 9 })).map((e) => e.sequence)).toEqual([2, 1]);
    await older.close();
  });
});
