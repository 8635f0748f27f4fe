import type { EventOf, Notification } from "@todo-platform/contracts";
import { createMessage } from "./message.ts";
import type { Message } from "./message.ts";

const inWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** When the task is due, in UTC: a reminder does not say in which time zone its user lives. */
const dueLine = (dueAt: string | null): string[] =>
  dueAt === null ? [] : [`Due ${inWords.format(new Date(dueAt))} UTC.`];

/** What a user is told of a due reminder outside of the page; its key is the event's id. */
export const reminderMessage = ({ event_id, payload }: EventOf<"reminder.due">): Message =>
  createMessage(event_id, `Reminder: ${payload.title}`, [payload.title, ...dueLine(payload.due_at)]);

/** What the user reads of a due reminder in the page. Its id is the event's, so that a repetition is recognised. */
export const notificationOfReminder = (event: EventOf<"reminder.due">): Notification => ({
  id: event.event_id,
  user_id: event.payload.user_id,
  event_type: event.event_type,
  task_id: event.payload.task_id,
  title: event.payload.title,
  message: `Reminder: ${event.payload.title}`,
  correlation_id: event.correlation_id,
  created_at: event.timestamp,
});
