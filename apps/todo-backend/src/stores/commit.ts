import { randomUUID } from "node:crypto";
import { currentContext } from "@todo-platform/service-kit";
import type { Task } from "@todo-platform/contracts";
import type { Kysely, Transaction } from "kysely";
import { taskEvent } from "../domain/task-event.ts";
import type { TaskEventType } from "../domain/task-event.ts";
import { addToOutbox } from "./outbox.ts";
import { taskColumns, toTask } from "./task-rows.ts";
import type { Tables } from "./tables.ts";

/** Runs `work` in a transaction that puts events into the outbox. */
export type Commit = <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>;

/** Commits to `db`; `changed` is called after each. */
export const createCommit =
  (db: Kysely<Tables>, changed: () => void): Commit =>
  async (work) => {
    const result = await db.transaction().execute(work);
    changed();
    return result;
  };

/** Correlation id of the running request, or a new one. */
export const correlationId = (): string => currentContext()?.correlationId ?? randomUUID();

/** Puts the event of a changed task into the outbox. */
export const addTaskEvent = (transaction: Transaction<Tables>, type: TaskEventType, task: Task): Promise<void> =>
  addToOutbox(transaction, taskEvent(type, task, correlationId()), task.user_id);

/** Reads a user's task and keeps others from changing it until the end of the transaction. */
export async function lockTask(transaction: Transaction<Tables>, user: string, id: string): Promise<Task | undefined> {
  const query = transaction.selectFrom("tasks").select(taskColumns).where("user_id", "=", user).where("id", "=", id);
  const row = await query.forUpdate().executeTakeFirst();
  return row && toTask(row);
}
