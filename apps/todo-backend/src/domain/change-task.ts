import { isDeepStrictEqual } from "node:util";
import type { Task, TaskChange } from "@todo-platform/contracts";
import { checkRecurrence } from "./check-recurrence.ts";
import type { TaskEventType } from "./task-event.ts";

/** Whether `change` alters anything in `task`. */
function alters(task: Task, change: TaskChange): boolean {
  return (Object.keys(change) as (keyof TaskChange)[]).some((field) => {
    const value = change[field];
    return value !== undefined && !isDeepStrictEqual(task[field], value);
  });
}

/**
 * Applies a change to a task. A change that alters nothing makes neither a new version nor an event.
 * @param change its moments in UTC, as the task has them
 * @param now RFC 3339
 * @throws Problem 400 when the task could not recur as it says then
 */
export function changeTask(
  task: Task,
  change: TaskChange,
  now: string,
): { readonly type: TaskEventType; readonly task: Task } | undefined {
  if (!alters(task, change)) return undefined;
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const changed: Task = { ...task, ...set, version: task.version + 1, updated_at: now };
  checkRecurrence(changed, change);
  return { type: changed.completed && !task.completed ? "task.completed" : "task.updated", task: changed };
}
