import { createEvent } from "@todo-platform/service-kit";
import type { EventOf, Task } from "@todo-platform/contracts";

/** Types of the events that tell of a task. */
export type TaskEventType = "task.created" | "task.updated" | "task.deleted" | "task.completed";

/** The event that tells what happened to `task`. */
export const taskEvent = (type: TaskEventType, task: Task, correlationId: string): EventOf<TaskEventType> => {
  const payload = {
    event_type: type,
    task_id: task.id,
    user_id: task.user_id,
    timestamp: type === "task.deleted" ? new Date().toISOString() : task.updated_at,
    task_data: task,
  };
  return createEvent(type, payload as never, { source: "todo-backend", correlationId });
};
