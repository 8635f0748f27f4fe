import { checkRecurrence as checkRule } from "@todo-platform/recurrence";
import type { Task, TaskChange } from "@todo-platform/contracts";
import { Problem } from "@todo-platform/service-kit";
import type { ProblemDetail } from "@todo-platform/service-kit";

/**
 * Checks that a task can recur as it says. What a request does not touch is not checked: a task must stay changeable
 * when a rule was stored by a version that read it otherwise.
 * @param task the fields as they would be
 * @param sent the fields that the request sets
 * @throws Problem 400 with every problem at once
 */
export function checkRecurrence(task: Pick<Task, "recurrence" | "due_at" | "time_zone">, sent: TaskChange): void {
  if (task.recurrence === null || (sent.recurrence === undefined && sent.due_at === undefined)) return;
  const problems: ProblemDetail[] = [];
  const series = task.due_at === null ? undefined : { dueAt: task.due_at, timeZone: task.time_zone };
  const wrong = typeof sent.recurrence === "string" ? checkRule(sent.recurrence, series) : undefined;
  if (wrong !== undefined) problems.push({ pointer: "/recurrence", detail: wrong });
  const cause = typeof sent.recurrence === "string" ? "/recurrence" : "/due_at";
  if (task.due_at === null)
    problems.push({ pointer: cause, detail: "A recurring task needs a due date: its first one" });
  if (problems.length > 0) throw new Problem(400, "The request is not valid.", problems);
}
