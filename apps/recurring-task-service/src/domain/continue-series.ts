import type { NewOccurrence, Task } from "@todo-platform/contracts";
import type { Logger } from "@todo-platform/service-kit";
import type { TaskClient } from "../clients/task-client.ts";
import { nextOccurrenceOf } from "./next-occurrence-of.ts";

/**
 * Makes the task that follows a completed one and answers with it; undefined when there is none to make. Repeating it
 * makes nothing more.
 * @throws DaprError when the backend cannot be reached
 */
export type ContinueSeries = (task: Task) => Promise<Pick<Task, "id" | "due_at"> | undefined>;

/** A rule that cannot be read stays so however often the task comes again: its series ends, and the log says why. */
function nextOrNone(task: Task, log: Logger): NewOccurrence | undefined {
  try {
    return nextOccurrenceOf(task);
  } catch (error) {
    log.error(`the series of task ${task.id} ends: its rule cannot be read`, error);
    return undefined;
  }
}

/** Continues series by the backend's tasks. */
export const createContinueSeries =
  (tasks: Pick<TaskClient, "createOccurrence">, log: Logger): ContinueSeries =>
  async (task) => {
    const next = nextOrNone(task, log);
    return next && tasks.createOccurrence(next);
  };
