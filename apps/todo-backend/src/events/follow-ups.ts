import type { AppId, Reminder, Task } from "@todo-platform/contracts";
import { messageOf } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";

/**
 * Tells the schedulers of a change, without waiting: they learn of it by events and their own checks as well, only
 * later.
 */
export interface FollowUps {
  /** @param before the task before the change; undefined for a new one */
  changed(before: Task | undefined, after: Task): void;
}

const reminderOf = (task: Task, remind_at: string): Reminder => ({
  task_id: task.id,
  user_id: task.user_id,
  title: task.title,
  due_at: task.due_at,
  remind_at,
  notification_method: task.notification_method,
});

/** Calls recurring-task-service for a completed recurring task, reminder-service for a new or changed reminder. */
export function createFollowUps(invoker: Invoker, log: Logger): FollowUps {
  const tell = (app: AppId, path: string, body: unknown): void => {
    const options = { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    invoker.invoke(app, path, "POST", options).catch((error: unknown) => {
      log.warn(`${app} was not told of a change and learns of it later: ${messageOf(error)}`);
    });
  };
  return {
    changed(before, after) {
      if (after.completed) {
        const isNew = before?.completed !== true && after.recurrence !== null;
        if (isNew) tell("recurring-task-service", "/process-completion", { task: after });
        return;
      }
      const changed = before?.remind_at !== after.remind_at || before.completed;
      if (changed && after.remind_at)
        tell("reminder-service", "/schedule-reminder", reminderOf(after, after.remind_at));
    },
  };
}
