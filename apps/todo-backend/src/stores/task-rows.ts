import type { Task } from "@todo-platform/contracts";
import type { Insertable, Selectable } from "kysely";
import type { TaskTable } from "./tables.ts";

/** The columns that make a {@link Task}. */
export const taskColumns = [
  "id",
  "user_id",
  "title",
  "description",
  "due_at",
  "priority",
  "tags",
  "recurrence",
  "time_zone",
  "remind_at",
  "notification_method",
  "previous_id",
  "completed",
  "version",
  "created_at",
  "updated_at",
] as const satisfies readonly (keyof TaskTable)[];

const toDate = (moment: string | null): Date | null => (moment === null ? null : new Date(moment));

/** The task that a row holds. */
export const toTask = (row: Omit<Selectable<TaskTable>, "continued">): Task => ({
  ...row,
  due_at: row.due_at?.toISOString() ?? null,
  remind_at: row.remind_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
});

/** The row that holds a task. */
export const toRow = (task: Task): Insertable<TaskTable> => ({
  ...task,
  due_at: toDate(task.due_at),
  remind_at: toDate(task.remind_at),
  created_at: new Date(task.created_at),
  updated_at: new Date(task.updated_at),
});
