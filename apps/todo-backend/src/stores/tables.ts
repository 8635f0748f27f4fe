import type { Envelope, Task } from "@todo-platform/contracts";
import type { ColumnType, Generated, JSONColumnType } from "kysely";

/** Rows of table `tasks`. */
export interface TaskTable {
  id: string;
  user_id: string;
  title: string;
  description: string;
  due_at: ColumnType<Date | null, Date | null>;
  priority: Task["priority"];
  completed: boolean;
  version: number;
  created_at: ColumnType<Date, Date>;
  updated_at: ColumnType<Date, Date>;
}

/** Rows of table `outbox`: events that the broker has not acknowledged yet. */
export interface OutboxTable {
  /** Order of publishing; PostgreSQL's bigint comes as text. */
  id: Generated<string>;
  topic: string;
  /** Events with the same key stay in order. */
  key: string;
  event: JSONColumnType<Envelope>;
  traceparent: string | null;
}

/** The backend's database. */
export interface Tables {
  tasks: TaskTable;
  outbox: OutboxTable;
}
