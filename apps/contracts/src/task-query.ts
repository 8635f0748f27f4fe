import { z } from "zod";
import { moment, task, taskPriority } from "./task.ts";

/** Most tasks on one page. */
export const maxPageSize = 200;

/** What `GET /api/tasks` takes: filters, order and page. */
export const taskQuery = z.strictObject({
  status: z.enum(["open", "completed", "all"]).default("all"),
  priority: taskPriority.optional(),
  tag: z.string().min(1).max(50).optional(),
  /** Text in the title or the description, in any case. */
  search: z.string().min(1).max(200).optional(),
  due_before: moment.optional(),
  /** A leading minus turns the order round; tasks without a due date come last in both. */
  sort: z
    .enum(["created_at", "-created_at", "due_at", "-due_at", "priority", "-priority", "title", "-title"])
    .default("-created_at"),
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(100),
  /** `next_cursor` of the page before; it fits the same `sort` only. It may hold a title. */
  cursor: z.string().min(1).max(2000).optional(),
});

/** One page of tasks. */
export const taskPage = z.strictObject({
  tasks: z.array(task),
  /** Leads to the next page; null on the last. */
  next_cursor: z.string().nullable(),
});

export type TaskQuery = z.infer<typeof taskQuery>;
export type TaskPage = z.infer<typeof taskPage>;
