import type { Task, TaskChange } from "@todo-platform/contracts";
import type { TaskEventType } from "./task-event.ts";

const sameMoment = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other));

/** Whether `change` alters anything in `task`. */
function alters(task: Task, change: TaskChange): boolean {
  return (Object.keys(change) as (keyof TaskChange)[]).some((field) => {
    const value = change[field];
    if (value === undefined) return false;
    return field === "due_at" ? !sameMoment(task.due_at, value as string | null) : task[field] !== value;
  });
}

/**
 * Applies a change to a task. A change that alters nothing makes neither a new version nor an event.
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
