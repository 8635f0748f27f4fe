import type { EventHandlers } from "@todo-platform/contracts";
import { notificationOfEvent } from "../domain/notification-of-event.ts";
import type { NotifiedEvent } from "../domain/notification-of-event.ts";
import type { NotificationStore } from "../stores/notification-store.ts";

/** Turns task events into notifications of the tasks' owners. */
export const notifyOfAll =
  (store: NotificationStore) =>
  (events: readonly NotifiedEvent[]): Promise<void> =>
    store.add(events.map(notificationOfEvent));

/** Turns each task event into a notification of the task's owner. */
export function eventHandlers(store: NotificationStore): EventHandlers<"notification-service"> {
  const notify = (event: NotifiedEvent): Promise<void> => store.add([notificationOfEvent(event)]);
  return {
    "task-events": {
      "task.created": notify,
      "task.updated": notify,
      "task.deleted": notify,
      "task.completed": notify,
    },
  };
}
