import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const createTasks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("tasks")
      .addColumn("id", "uuid", (column) => column.primaryKey())
      .addColumn("user_id", "text", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("description", "text", (column) => column.notNull())
      .addColumn("due_at", "timestamptz")
      .addColumn("priority", "text", (column) => column.notNull().check(sql`priority in ('low', 'medium', 'high')`))
      .addColumn("completed", "boolean", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("created_at", "timestamptz", (column) => column.notNull())
      .addColumn("updated_at", "timestamptz", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("tasks_of_user").on("tasks").columns(["user_id", "created_at desc", "id"]).execute();
  },
};

const createOutbox: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("outbox")
      .addColumn("id", "bigint", (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn("topic", "text", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("event", "jsonb", (column) => column.notNull())
      .addColumn("traceparent", "text")
      .execute();
  },
};

/** Every change of the schema, in the order of its name. */
export const migrations: Record<string, Migration> = {
  "0001-create-tasks": createTasks,
  "0002-create-outbox": createOutbox,
};
