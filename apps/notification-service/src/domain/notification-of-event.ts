import type { EventOf, Notification } from "@todo-platform/contracts";

/** Events that users are told of. */
export type NotifiedEvent = EventOf<"task.created" | "task.updated" | "task.deleted" | "task.completed">;

const verbs: Record<NotifiedEvent["event_type"], string> = {
  "task.created": "added",
  "task.updated": "changed",
  "task.deleted": "deleted",
  "task.completed": "completed",
};

/** What the user who owns the task reads about an event. Its id is the event's, so that a repetition is recognised. */
export function notificationOfEvent(event: NotifiedEvent): Notification {
  const { task_id, user_id, task_data } = event.payload;
  return {
    id: event.event_id,
    user_id,
    event_type: event.event_type,
    task_id,
    title: task_data.title,
    message: `Task ${verbs[event.event_type]}: ${task_data.title}`,
    correlation_id: event.correlation_id,
    created_at: event.timestamp,
  };
}
