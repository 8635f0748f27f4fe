import type { TaskPage, TaskQuery } from "@todo-platform/contracts";
import { sql } from "kysely";
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import { cursorAfter, readCursor, sortField } from "../domain/task-cursor.ts";
import type { SortField, TaskPosition } from "../domain/task-cursor.ts";
import type { Tables } from "./tables.ts";
import { taskColumns, toTask } from "./task-rows.ts";

type Builder = ExpressionBuilder<Tables, "tasks">;

/** What an order compares: of the row, and of a value that a cursor holds. */
const sortKeys: Record<SortField, { readonly row: Expression<unknown>; of(value: string): Expression<unknown> }> = {
  created_at: { row: sql`created_at`, of: (value) => sql`${value}::timestamptz` },
  due_at: { row: sql`due_at`, of: (value) => sql`${value}::timestamptz` },
  priority: {
    row: sql`array_position(array['low', 'medium', 'high'], priority)`,
    of: (value) => sql`array_position(array['low', 'medium', 'high'], ${value})`,
  },
  title: { row: sql`lower(title)`, of: (value) => sql`lower(${value})` },
};

/** `%` and `_` of a search stand for themselves. */
const toPattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

function filters(builder: Builder, query: TaskQuery): Expression<SqlBool> {
  const { status, priority, tag, search, due_before: before } = query;
  const pattern = search === undefined ? "" : toPattern(search);
  return builder.and([
    ...(status === "all" ? [] : [builder("completed", "=", status === "completed")]),
    ...(priority === undefined ? [] : [builder("priority", "=", priority)]),
    ...(tag === undefined ? [] : [sql<SqlBool>`${tag} = any(tags)`]),
    ...(search === undefined ? [] : [sql<SqlBool>`(title ilike ${pattern} or description ilike ${pattern})`]),
    ...(before === undefined ? [] : [builder("due_at", "<", new Date(before))]),
  ]);
}

/** The rows behind a position; those without a value come last in both directions. */
function behind(query: TaskQuery, { value, id }: TaskPosition): Expression<SqlBool> {
  const key = sortKeys[sortField(query.sort)];
  const sign = sql.raw(query.sort.startsWith("-") ? "<" : ">");
  if (value === null) return sql<SqlBool>`(${key.row} is null and id ${sign} ${id}::uuid)`;
  const later = sql<SqlBool>`(${key.row}, id) ${sign} (${key.of(value)}, ${id}::uuid)`;
  return query.sort.endsWith("due_at") ? sql<SqlBool>`(${later} or due_at is null)` : later;
}

/**
 * One page of a user's tasks, in one query. The next page begins behind the last task of this one, wherever that is by
 * then: what is added or deleted meanwhile makes no task come twice or not at all.
 * @throws Problem 400 when the cursor is none of this order
 */
export async function listTasks(db: Kysely<Tables>, user: string, query: TaskQuery): Promise<TaskPage> {
  const { sort, limit, cursor } = query;
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const position = cursor === undefined ? undefined : readCursor(cursor, sort);
  const rows = await db
    .selectFrom("tasks")
    .select(taskColumns)
    .where("user_id", "=", user)
    .where((builder) => filters(builder, query))
    .$if(position !== undefined, (page) => page.where(position ? behind(query, position) : sql<SqlBool>`true`))
    .orderBy(sortKeys[sortField(sort)].row, (order) => (direction === "desc" ? order.desc().nullsLast() : order.asc()))
    .orderBy("id", direction)
    .limit(limit + 1)
    .execute();
  const tasks = rows.slice(0, limit).map(toTask);
  const last = tasks.at(-1);
  return { tasks, next_cursor: rows.length > limit && last ? cursorAfter(last, sort) : null };
}
