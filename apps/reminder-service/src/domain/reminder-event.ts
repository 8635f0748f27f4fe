import type { EventOf, Reminder } from "@todo-platform/contracts";
import { createEvent, nameBasedId } from "@todo-platform/service-kit";

/** Namespace of the ids of reminders' events. */
const reminders = "c6e1fb2d-9a2a-4b0c-8a53-4d3d52d0a9f1";

/**
 * The event that a reminder is due. Its id follows from the task and the moment, so that every replica and every
 * repetition publishes the same event, which subscribers take once.
 */
export function reminderEvent(reminder: Reminder): EventOf<"reminder.due"> {
  const event_id = nameBasedId(reminders, `${reminder.task_id} ${new Date(reminder.remind_at).toISOString()}`);
  return {
    ...createEvent("reminder.due", reminder, { source: "reminder-service", correlationId: event_id }),
    event_id,
  };
}
