import type { Task } from "@todo-platform/contracts";
import { Problem } from "@todo-platform/service-kit";
import type { Request } from "express";
import { z } from "zod";

const uuid = z.uuid();

/**
 * Id of the task that a path names.
 * @throws Problem 404 when it is no UUID: a task that cannot exist and one of somebody else look the same
 */
export function taskIdOf(request: Request): string {
  const parsed = uuid.safeParse(request.params["id"]);
  if (!parsed.success) throw new Problem(404, "There is no such task.");
  return parsed.data.toLowerCase();
}

/**
 * The task, if there is one.
 * @throws Problem 404
 */
export function foundTask(task: Task | undefined): Task {
  if (!task) throw new Problem(404, "There is no such task.");
  return task;
}
