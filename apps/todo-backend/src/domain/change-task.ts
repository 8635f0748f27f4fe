import type { Task, TaskChange } from "@todo-platform/contracts";
import type { TaskEventType } from "./task-event.ts";

/** Whether `change` alters anything in `task`. */
function alters(task: Task, change: TaskChange): boolean {
  return (Object.keys(change) as (keyof TaskChange)[]).some((field) => {
    const value = change[field];
    return value !== undefined && task[field] !== value;
  });
}

/**
 * Applies a change to a task. A change that alters nothing makes neither a new version nor an event.
 * @param change its `due_at` in UTC, as the task has it
 * @param now RFC 3339
 */
export function changeTask(
  task: Task,
  change: TaskChange,
  now: string,
): { readonly type: TaskEventType; readonly task: Task } | undefined {
  if (!alters(task, change)) return undefined;
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const changed: Task = { ...task, ...set, version: task.version + 1, updated_at: now };
  return { type: changed.completed && !task.completed ? "task.completed" : "task.updated", task: changed };
}
