import { moment, taskPriority } from "@todo-platform/contracts";
import type { Task, TaskQuery } from "@todo-platform/contracts";
import { Problem } from "@todo-platform/service-kit";
import { z } from "zod";

/** The field that an order goes by. */
export type SortField = "created_at" | "due_at" | "priority" | "title";

const values = {
  created_at: moment,
  due_at: moment.nullable(),
  priority: taskPriority,
  title: z.string().max(1000),
} satisfies Record<SortField, z.ZodType>;

/** The place behind a task in a list: its value of the field that the list is sorted by, and its id. */
export interface TaskPosition {
  readonly value: string | null;
  readonly id: string;
}

/** The field of an order such as `-due_at`. */
export const sortField = (sort: TaskQuery["sort"]): SortField => sort.replace("-", "") as SortField;

/** The cursor that leads to the tasks behind `task`. */
export const cursorAfter = (task: Task, sort: TaskQuery["sort"]): string =>
  Buffer.from(JSON.stringify([sort, task[sortField(sort)], task.id])).toString("base64url");

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/**
 * The position that a cursor stands for.
 * @throws Problem 400 when it is none of this order
 */
export function readCursor(cursor: string, sort: TaskQuery["sort"]): TaskPosition {
  const parsed = z.tuple([z.literal(sort), values[sortField(sort)], z.uuid()]).safeParse(decode(cursor));
  if (parsed.success) return { value: parsed.data[1], id: parsed.data[2] };
  const detail = "Not a cursor that this order has given";
  throw new Problem(400, "The request is not valid.", [{ pointer: "/cursor", detail }]);
}
