import { z } from "zod";

/** Longest title that is accepted, in characters. */
export const maxTitleLength = 200;
/** Most tags of a task. */
export const maxTags = 20;

/** A moment, RFC 3339. */
export const moment = z.iso.datetime({ offset: true });

/** How urgent a task is. */
export const taskPriority = z.enum(["low", "medium", "high"]);

/** How a user is told of a reminder, besides the list of notifications in the page. */
export const notificationMethod = z.enum(["in_app", "email", "push"]);

const tag = z.string().trim().min(1).max(50);

/** Labels of a task, each once. */
export const tags = z
  .array(tag)
  .max(maxTags)
  .refine((list) => new Set(list).size === list.length, { error: "A tag is named twice" });

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Name of a time zone in the IANA database, such as `Europe/Berlin`. */
export const timeZone = z
  .string()
  .max(100)
  .refine(isTimeZone, { error: "Not a time zone of the IANA database, such as Europe/Berlin" });

/**
 * When a task comes again: the value of an RRULE of RFC 5545, such as `FREQ=WEEKLY;BYDAY=MO,TH`. Only its form is
 * checked here; package `recurrence` reads it.
 */
export const recurrence = z
  .string()
  .max(300)
  .regex(/^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*$/, {
    error: "Not a recurrence rule of RFC 5545 with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=WEEKLY;BYDAY=MO",
  });

/** What a client sends to create a task; unknown fields are refused. */
export const newTask = z.strictObject({
  title: z.string().trim().min(1).max(maxTitleLength),
  description: z.string().max(10_000).default(""),
  due_at: moment.nullable().default(null),
  priority: taskPriority.default("medium"),
  tags: tags.default([]),
  /** Needs `due_at`, which is the first occurrence. */
  recurrence: recurrence.nullable().default(null),
  /** Where the clock of `recurrence` hangs: a daily task at 9:00 stays at 9:00 when summer time begins. */
  time_zone: timeZone.default("UTC"),
  remind_at: moment.nullable().default(null),
  notification_method: notificationMethod.default("in_app"),
});

/** What a client sends to change a task: any of the fields of {@link newTask}, and `completed`. */
export const taskChange = z
  .strictObject({
    title: newTask.shape.title,
    description: z.string().max(10_000),
    due_at: moment.nullable(),
    priority: taskPriority,
    tags,
    recurrence: recurrence.nullable(),
    time_zone: timeZone,
    remind_at: moment.nullable(),
    notification_method: notificationMethod,
    completed: z.boolean(),
  })
  .partial();

/**
 * A task as the API returns it. `version` is its ETag: it grows by one with each change. The fields with a default are
 * missing in events of platforms before they were added.
 */
export const task = z.strictObject({
  id: z.uuid(),
  user_id: z.string().min(1),
  title: z.string(),
  description: z.string(),
  due_at: moment.nullable(),
  priority: taskPriority,
  tags: z.array(z.string()).default([]),
  recurrence: z.string().nullable().default(null),
  time_zone: z.string().default("UTC"),
  remind_at: moment.nullable().default(null),
  notification_method: notificationMethod.default("in_app"),
  /** The task whose completion made this one, in a recurring series. */
  previous_id: z.uuid().nullable().default(null),
  completed: z.boolean(),
  version: z.int().positive(),
  created_at: moment,
  updated_at: moment,
});

export type NewTask = z.infer<typeof newTask>;
export type TaskChange = z.infer<typeof taskChange>;
export type Task = z.infer<typeof task>;
export type NotificationMethod = z.infer<typeof notificationMethod>;
