import type { EventHandlers } from "@todo-platform/contracts";
import type { Notify } from "../domain/create-notify.ts";
import { notificationOfEvent } from "../domain/notification-of-event.ts";
import type { NotifiedEvent } from "../domain/notification-of-event.ts";
import { notificationOfReminder, reminderMessage } from "../domain/reminder-message.ts";
import type { NotificationStore } from "../stores/notification-store.ts";

/** Turns task events into notifications of the tasks' owners. */
export const notifyOfAll =
  (store: NotificationStore) =>
  (events: readonly NotifiedEvent[]): Promise<void> =>
    store.add(events.map(notificationOfEvent));

/** Turns each task event into a notification of the task's owner, and each reminder into one of the method it asks for. */
export function eventHandlers(store: NotificationStore, notify: Notify): EventHandlers<"notification-service"> {
  const add = (event: NotifiedEvent): Promise<void> => store.add([notificationOfEvent(event)]);
  return {
    "task-events": {
      "task.created": add,
      "task.updated": add,
      "task.deleted": add,
      "task.completed": add,
    },
    reminders: {
      "reminder.due": (event) =>
        notify(notificationOfReminder(event), event.payload.notification_method, reminderMessage(event)),
    },
  };
}
