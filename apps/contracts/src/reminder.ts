import { z } from "zod";
import { moment, notificationMethod } from "./task.ts";

/** Payload of `reminder.due`, and body of `/schedule-reminder`. */
export const reminder = z.strictObject({
  task_id: z.uuid(),
  user_id: z.string().min(1),
  title: z.string(),
  due_at: moment.nullable(),
  remind_at: moment,
  notification_method: notificationMethod,
});

/** Open tasks whose reminder is due, the oldest first. */
export const dueReminders = z.strictObject({ reminders: z.array(reminder) });

/** What `/internal/due-reminders` takes: reminders after the one moment and up to the other. */
export const dueRemindersQuery = z.strictObject({
  after: moment,
  /** Leads to the next page: also those at `after` itself, of tasks with a greater id. */
  after_id: z.uuid().optional(),
  until: moment,
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

export type Reminder = z.infer<typeof reminder>;
