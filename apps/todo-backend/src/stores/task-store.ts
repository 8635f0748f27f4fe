import { randomUUID } from "node:crypto";
import { createEvent } from "@todo-platform/service-kit";
import type { AuditRecord, NewTask, Task, TaskPage, TaskQuery } from "@todo-platform/contracts";
import type { Kysely } from "kysely";
import type { TaskEventType } from "../domain/task-event.ts";
import { addTaskEvent, correlationId, createCommit, lockTask } from "./commit.ts";
import { listTasks } from "./list-tasks.ts";
import { addToOutbox } from "./outbox.ts";
import type { Tables } from "./tables.ts";
import { taskColumns, toRow, toTask } from "./task-rows.ts";

/** What a change does to a task: the task after it, or undefined to leave it as it is. Throws to refuse. */
export type Change = (task: Task) => { readonly type: TaskEventType; readonly task: Task } | undefined;

/** Tasks in PostgreSQL. Every change goes with its event into one transaction. */
export interface TaskStore {
  /**
   * One page of a user's tasks.
   * @throws Problem 400 when the cursor is none of this order
   */
  list(user: string, query: TaskQuery): Promise<TaskPage>;
  find(user: string, id: string): Promise<Task | undefined>;
  create(user: string, fields: NewTask): Promise<Task>;
  /** Changes a task and answers with it as it is now; undefined when the user has no such task. */
  change(user: string, id: string, change: Change): Promise<Task | undefined>;
  /** Deletes a task and answers with it as it was; undefined when the user has no such task. */
  remove(user: string, id: string, check: (task: Task) => void): Promise<Task | undefined>;
  /** Puts an entry into the audit trail. */
  recordAudit(record: AuditRecord): Promise<void>;
}

/**
 * The tasks in `db`.
 * @param changed called after each commit that has put an event into the outbox
 */
export function createTaskStore(db: Kysely<Tables>, changed: () => void): TaskStore {
  const commit = createCommit(db, changed);
  return {
    list: (user, query) => listTasks(db, user, query),
    async find(user, id) {
      const query = db.selectFrom("tasks").select(taskColumns).where("user_id", "=", user).where("id", "=", id);
      const row = await query.executeTakeFirst();
      return row && toTask(row);
    },
    create: (user, fields) =>
      commit(async (transaction) => {
        const now = new Date().toISOString();
        const own = { id: randomUUID(), user_id: user, previous_id: null, completed: false };
        const row = toRow({ ...fields, ...own, version: 1, created_at: now, updated_at: now });
        const insert = transaction.insertInto("tasks").values(row).returning(taskColumns);
        const task = toTask(await insert.executeTakeFirstOrThrow());
        await addTaskEvent(transaction, "task.created", task);
        return task;
      }),
    change: (user, id, change) =>
      commit(async (transaction) => {
        const before = await lockTask(transaction, user, id);
        const after = before && change(before);
        if (!after) return before;
        const update = transaction.updateTable("tasks").set(toRow(after.task)).where("id", "=", id);
        const task = toTask(await update.returning(taskColumns).executeTakeFirstOrThrow());
        await addTaskEvent(transaction, after.type, task);
        return task;
      }),
    remove: (user, id, check) =>
      commit(async (transaction) => {
        const task = await lockTask(transaction, user, id);
        if (!task) return undefined;
        check(task);
        await transaction.deleteFrom("tasks").where("id", "=", id).execute();
        await addTaskEvent(transaction, "task.deleted", task);
        return task;
      }),
    recordAudit: (record) =>
      commit((transaction) => {
        const event = createEvent("audit.recorded", record, { source: "todo-backend", correlationId: correlationId() });
        return addToOutbox(transaction, event, record.user_id);
      }),
  };
}
