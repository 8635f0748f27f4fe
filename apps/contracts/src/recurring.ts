import { z } from "zod";
import { moment, task } from "./task.ts";

/** Body of `/process-completion`: the recurring task that was completed. */
export const completion = z.strictObject({ task });

/** Answer of `/process-completion`: the next occurrence, or null when the series has ended. */
export const nextOccurrence = z.strictObject({ next: z.strictObject({ id: z.uuid(), due_at: moment }).nullable() });

/**
 * Body of `/internal/occurrences`: makes the next task of a series from the completed one. `id` follows from
 * `previous_id`, so a repetition makes nothing new.
 */
export const newOccurrence = z.strictObject({
  id: z.uuid(),
  previous_id: z.uuid(),
  user_id: z.string().min(1),
  due_at: moment,
  remind_at: moment.nullable(),
});

/** Answer of `/internal/unfinished-series`: recurring tasks that were completed and have no next one yet. */
export const unfinishedSeries = z.strictObject({ tasks: z.array(task) });

/** Answer of `/api/recurring/:id`: when a recurring task comes again. */
export const recurringSeries = z.strictObject({
  task_id: z.uuid(),
  recurrence: z.string(),
  time_zone: z.string(),
  /** The occurrences after the current one, at most five. */
  next: z.array(moment),
});

export type NewOccurrence = z.infer<typeof newOccurrence>;
export type NextOccurrence = z.infer<typeof nextOccurrence>;
export type RecurringSeries = z.infer<typeof recurringSeries>;
