import type { NewOccurrence, Task } from "@todo-platform/contracts";
import { nextOccurrence } from "@todo-platform/recurrence";
import { nameBasedId } from "@todo-platform/service-kit";

/** Namespace of the ids of tasks that follow from others. */
const occurrences = "0f0c7f5e-6a49-4c63-9d42-6e1c0d8f5b7a";

/** The reminder of the next task comes as long before it is due as that of the completed one. */
function remindAt({ due_at, remind_at }: Task, nextDue: string): string | null {
  if (due_at === null || remind_at === null) return null;
  return new Date(Date.parse(nextDue) - (Date.parse(due_at) - Date.parse(remind_at))).toISOString();
}

/**
 * The task that follows a completed one; undefined when it does not recur or its series has ended. Its id follows from
 * the completed task's, so whoever computes it and however often, it is one task.
 * @throws Error when the task's rule cannot be read
 */
export function nextOccurrenceOf(task: Task): NewOccurrence | undefined {
  const { id: previous_id, user_id, recurrence, due_at, time_zone } = task;
  if (!task.completed || recurrence === null || due_at === null) return undefined;
  const next = nextOccurrence({ rule: recurrence, dueAt: due_at, timeZone: time_zone });
  if (next === undefined) return undefined;
  const id = nameBasedId(occurrences, previous_id);
  return { id, previous_id, user_id, due_at: next, remind_at: remindAt(task, next) };
}
