import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const createAuditTrail: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("audit_trail")
      .addColumn("sequence", "bigint", (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn("event_id", "uuid", (column) => column.notNull().unique())
      .addColumn("event_type", "text", (column) => column.notNull())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("task_id", "text", (column) => column.notNull())
      .addColumn("correlation_id", "text", (column) => column.notNull())
      .addColumn("source", "text", (column) => column.notNull())
      .addColumn("timestamp", "text", (column) => column.notNull())
      .addColumn("payload", "jsonb", (column) => column.notNull())
      .addColumn("recorded_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
    await db.schema.createIndex("audit_of_user").on("audit_trail").columns(["user_id", "sequence desc"]).execute();
    await sql`
      create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the audit trail is append-only: % is refused', tg_op; end $$`.execute(db);
    await sql`
      create trigger append_only before update or delete or truncate on audit_trail
      for each statement execute function refuse_change()`.execute(db);
  },
};

const createDeadLetters: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("dead_letters")
      .addColumn("id", "bigint", (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn("topic", "text", (column) => column.notNull())
      .addColumn("event_id", "text", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addColumn("correlation_id", "text", (column) => column.notNull())
      .addColumn("received_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
    await db.schema.createIndex("one_dead_letter").on("dead_letters").columns(["topic", "event_id"]).unique().execute();
  },
};

/** Every change of the schema, in the order of its name. */
export const migrations: Record<string, Migration> = {
  "0001-create-audit-trail": createAuditTrail,
  "0002-create-dead-letters": createDeadLetters,
};
