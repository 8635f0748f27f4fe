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

/**
 * Links each entry to the one before: its hash covers its content and the hash before it, so that an entry which is
 * changed, removed or put in between breaks every later one. Entries are numbered in the order in which they are linked.
 */
const chainAuditTrail: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table audit_trail add column hash text`.execute(db);
    await sql`
      create function hash_of_audit(previous text, entry audit_trail) returns text language sql stable as $$
      select encode(sha256(convert_to(jsonb_build_array(previous, entry.sequence, entry.event_id, entry.event_type,
        entry.user_id, entry.task_id, entry.correlation_id, entry.source, entry."timestamp", entry.payload)::text,
        'UTF8')), 'hex') $$`.execute(db);
    await sql`
      create function link_audit() returns trigger language plpgsql as $$
      declare last record;
      begin
        perform pg_advisory_xact_lock(hashtext('audit chain'));
        select sequence, hash into last from audit_trail order by sequence desc limit 1;
        new.sequence := coalesce(last.sequence, 0) + 1;
        new.hash := hash_of_audit(coalesce(last.hash, ''), new);
        return new;
      end $$`.execute(db);
    await sql`alter table audit_trail disable trigger append_only`.execute(db);
    await sql`
      do $$
      declare entry audit_trail; previous text := '';
      begin
        for entry in select * from audit_trail order by sequence loop
          previous := hash_of_audit(previous, entry);
          update audit_trail set hash = previous where sequence = entry.sequence;
        end loop;
      end $$`.execute(db);
    await sql`alter table audit_trail enable trigger append_only`.execute(db);
    await sql`alter table audit_trail alter column hash set not null`.execute(db);
    await sql`
      create trigger link before insert on audit_trail for each row execute function link_audit()`.execute(db);
  },
};

const replayDeadLetters: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable("dead_letters").addColumn("replayed_at", "timestamptz").execute();
  },
};

/** Every change of the schema, in the order of its name. */
export const migrations: Record<string, Migration> = {
  "0001-create-audit-trail": createAuditTrail,
  "0002-create-dead-letters": createDeadLetters,
  "0003-chain-audit-trail": chainAuditTrail,
  "0004-replay-dead-letters": replayDeadLetters,
};
