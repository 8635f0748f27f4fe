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

/** What the API shows of a moment is what is stored: the position in a list is told by it. */
const milliseconds = sql`timestamptz(3)`;

const extendTasks: Migration = {
  async up(db: Kysely<unknown>) {
    const methods = sql`notification_method in ('in_app', 'email', 'push')`;
    await db.schema
      .alterTable("tasks")
      .addColumn("tags", sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
      .addColumn("recurrence", "text")
      .addColumn("time_zone", "text", (column) => column.notNull().defaultTo("UTC"))
      .addColumn("remind_at", milliseconds)
      .addColumn("notification_method", "text", (column) => column.notNull().defaultTo("in_app").check(methods))
      .addColumn("previous_id", "uuid")
      .addColumn("continued", "boolean", (column) => column.notNull().defaultTo(false))
      .alterColumn("due_at", (column) => column.setDataType(milliseconds))
      .alterColumn("created_at", (column) => column.setDataType(milliseconds))
      .alterColumn("updated_at", (column) => column.setDataType(milliseconds))
      .execute();
    await sql`create unique index tasks_next on tasks (previous_id) where previous_id is not null`.execute(db);
    await sql`create index tasks_to_remind on tasks (remind_at) where remind_at is not null and not completed`.execute(
      db,
    );
    await sql`create index tasks_to_continue on tasks (updated_at)
      where recurrence is not null and completed and not continued`.execute(db);
    await db.schema.dropIndex("tasks_of_user").execute();
    await db.schema.createIndex("tasks_of_user").on("tasks").columns(["user_id", "created_at", "id"]).execute();
    await db.schema.createIndex("tasks_by_due").on("tasks").columns(["user_id", "due_at", "id"]).execute();
  },
};

const createAccounts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("accounts")
      .addColumn("username", "text", (column) => column.primaryKey())
      .addColumn("password", "text", (column) => column.notNull())
      .addColumn("email", "text")
      .addColumn("created_at", milliseconds, (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
    await sql`create unique index accounts_by_name on accounts (lower(username))`.execute(db);
  },
};

/** Every change of the schema, in the order of its name. */
export const migrations: Record<string, Migration> = {
  "0001-create-tasks": createTasks,
  "0002-create-outbox": createOutbox,
  "0003-extend-tasks": extendTasks,
  "0004-create-accounts": createAccounts,
};
