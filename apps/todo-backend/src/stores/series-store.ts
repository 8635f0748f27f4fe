import type { NewOccurrence, Reminder, Task } from "@todo-platform/contracts";
import { remainingRecurrence } from "@todo-platform/recurrence";
import type { ExpressionBuilder, Kysely, Transaction } from "kysely";
import { addTaskEvent, createCommit, lockTask } from "./commit.ts";
import type { Tables } from "./tables.ts";
import { taskColumns, toRow, toTask } from "./task-rows.ts";

/** Most tasks that one answer to another app holds. */
const seriesLimit = 1000;
/** After so many days a completed task without a next one counts as the last of its series. */
const seriesDays = 7;

/**
 * Which reminders are asked for: after the one moment and up to the other, in UTC. With `after_id` also those at the
 * first moment of tasks with a greater id: the page behind that task.
 */
export interface ReminderWindow {
  readonly after: string;
  readonly until: string;
  readonly after_id?: string | undefined;
  readonly limit: number;
}

/** What the schedulers ask of the tasks of all users. */
export interface SeriesStore {
  /** Open tasks whose reminder falls into `window`, the oldest first. */
  dueReminders(window: ReminderWindow): Promise<Reminder[]>;
  /** Recurring tasks that were completed in the last week and were not continued. */
  unfinished(): Promise<Task[]>;
  /**
   * Makes the next task of a series, once; a repetition answers with the one that was made. Undefined when the previous
   * task is not there, not completed or not recurring, or when its next one was made and deleted since.
   */
  createOccurrence(next: NewOccurrence): Promise<{ readonly task: Task; readonly created: boolean } | undefined>;
}

async function findNext(transaction: Transaction<Tables>, user: string, previous: string): Promise<Task | undefined> {
  const query = transaction.selectFrom("tasks").select(taskColumns).where("previous_id", "=", previous);
  const row = await query.where("user_id", "=", user).executeTakeFirst();
  return row && toTask(row);
}

const behind = (builder: ExpressionBuilder<Tables, "tasks">, after: Date, id: string | undefined) => {
  const later = builder("remind_at", ">", after);
  return id === undefined ? later : builder.or([later, builder("id", ">", id)]);
};

const occurrenceOf = (previous: Task, { id, due_at, remind_at }: NewOccurrence): Task => {
  const now = new Date().toISOString();
  const recurrence = previous.recurrence === null ? null : remainingRecurrence(previous.recurrence);
  const own = { id, due_at, remind_at, recurrence, previous_id: previous.id, completed: false, version: 1 };
  return { ...previous, ...own, created_at: now, updated_at: now };
};

/** Whether `previous` was not continued until now; it is from now on. */
async function markContinued(transaction: Transaction<Tables>, previous: Task): Promise<boolean> {
  const update = transaction.updateTable("tasks").set({ continued: true }).where("id", "=", previous.id);
  const { numUpdatedRows } = await update.where("continued", "=", false).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * The series in `db`.
 * @param changed called after each commit that has put an event into the outbox
 */
export function createSeriesStore(db: Kysely<Tables>, changed: () => void): SeriesStore {
  const commit = createCommit(db, changed);
  return {
    async dueReminders({ after, after_id: afterId, until, limit }) {
      const columns = ["id", "user_id", "title", "due_at", "remind_at", "notification_method"] as const;
      const rows = await db
        .selectFrom("tasks")
        .select(columns)
        .where("completed", "=", false)
        .where("remind_at", ">=", new Date(after))
        .where((builder) => behind(builder, new Date(after), afterId))
        .where("remind_at", "<=", new Date(until))
        .orderBy("remind_at")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(({ id, due_at, remind_at, ...row }) => ({
        task_id: id,
        ...row,
        due_at: due_at?.toISOString() ?? null,
        remind_at: (remind_at ?? new Date(until)).toISOString(),
      }));
    },
    async unfinished() {
      const since = new Date(Date.now() - seriesDays * 86_400_000);
      const rows = await db
        .selectFrom("tasks")
        .select(taskColumns)
        .where("recurrence", "is not", null)
        .where("completed", "=", true)
        .where("continued", "=", false)
        .where("updated_at", ">", since)
        .orderBy("updated_at", "desc")
        .limit(seriesLimit)
        .execute();
      return rows.map(toTask);
    },
    createOccurrence: (next) =>
      commit(async (transaction) => {
        const previous = await lockTask(transaction, next.user_id, next.previous_id);
        if (!previous?.completed || previous.recurrence === null) return undefined;
        if (!(await markContinued(transaction, previous))) {
          const made = await findNext(transaction, previous.user_id, previous.id);
          return made && { task: made, created: false };
        }
        const insert = transaction.insertInto("tasks").values(toRow(occurrenceOf(previous, next)));
        const task = toTask(await insert.returning(taskColumns).executeTakeFirstOrThrow());
        await addTaskEvent(transaction, "task.created", task);
        return { task, created: true };
      }),
  };
}
