import { randomUUID } from "node:crypto";
import { createEvent, currentContext } from "@todo-platform/service-kit";
import type { AuditRecord, NewTask, Task } from "@todo-platform/contracts";
import type { Kysely, Selectable, Transaction } from "kysely";
import { taskEvent } from "../domain/task-event.ts";
import type { TaskEventType } from "../domain/task-event.ts";
import { addToOutbox } from "./outbox.ts";
import type { Tables, TaskTable } from "./tables.ts";

/** Most tasks that one list holds. */
const listLimit = 500;

/** What a change does to a task: the task after it, or undefined to leave it as it is. Throws to refuse. */
export type Change = (task: Task) => { readonly type: TaskEventType; readonly task: Task } | undefined;

/** Tasks in PostgreSQL. Every change goes with its event into one transaction. */
export interface TaskStore {
  list(user: string): Promise<Task[]>;
  find(user: string, id: string): Promise<Task | undefined>;
  create(user: string, fields: NewTask): Promise<Task>;
  /** Changes a task and answers with it as it is now; undefined when the user has no such task. */
  change(user: string, id: string, change: Change): Promise<Task | undefined>;
  /** Deletes a task and answers with it as it was; undefined when the user has no such task. */
  remove(user: string, id: string, check: (task: Task) => void): Promise<Task | undefined>;
  /** Puts an entry into the audit trail. */
  recordAudit(record: AuditRecord): Promise<void>;
}

const toTask = (row: Selectable<TaskTable>): Task => ({
  ...row,
  due_at: row.due_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
});

const toRow = (task: Task): Selectable<TaskTable> => ({
  ...task,
  due_at: task.due_at === null ? null : new Date(task.due_at),
  created_at: new Date(task.created_at),
  updated_at: new Date(task.updated_at),
});

const correlationId = (): string => currentContext()?.correlationId ?? randomUUID();

const addTaskEvent = (transaction: Transaction<Tables>, type: TaskEventType, task: Task): Promise<void> =>
  addToOutbox(transaction, taskEvent(type, task, correlationId()), task.user_id);

async function lock(transaction: Transaction<Tables>, user: string, id: string): Promise<Task | undefined> {
  const query = transaction.selectFrom("tasks").selectAll().where("user_id", "=", user).where("id", "=", id);
  const row = await query.forUpdate().executeTakeFirst();
  return row && toTask(row);
}

/**
 * The tasks in `db`.
 * @param changed called after each commit that has put an event into the outbox
 */
export function createTaskStore(db: Kysely<Tables>, changed: () => void): TaskStore {
  const commit = async <T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> => {
    const result = await db.transaction().execute(work);
    changed();
    return result;
  };
  return {
    async list(user) {
      const query = db.selectFrom("tasks").selectAll().where("user_id", "=", user);
      const rows = await query.orderBy("created_at", "desc").orderBy("id").limit(listLimit).execute();
      return rows.map(toTask);
    },
    async find(user, id) {
      const query = db.selectFrom("tasks").selectAll().where("user_id", "=", user).where("id", "=", id);
      const row = await query.executeTakeFirst();
      return row && toTask(row);
    },
    create: (user, fields) =>
      commit(async (transaction) => {
        const now = new Date().toISOString();
        const own = { id: randomUUID(), user_id: user, completed: false, version: 1, created_at: now, updated_at: now };
        const row = toRow({ ...fields, ...own });
        const task = toTask(await transaction.insertInto("tasks").values(row).returningAll().executeTakeFirstOrThrow());
        await addTaskEvent(transaction, "task.created", task);
        return task;
      }),
    change: (user, id, change) =>
      commit(async (transaction) => {
        const before = await lock(transaction, user, id);
        const after = before && change(before);
        if (!after) return before;
        const row = toRow(after.task);
        const update = transaction.updateTable("tasks").set(row).where("id", "=", id).returningAll();
        const task = toTask(await update.executeTakeFirstOrThrow());
        await addTaskEvent(transaction, after.type, task);
        return task;
      }),
    remove: (user, id, check) =>
      commit(async (transaction) => {
        const task = await lock(transaction, user, id);
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
