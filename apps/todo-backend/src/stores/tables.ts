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
  tags: string[];
  recurrence: string | null;
  time_zone: string;
  remind_at: ColumnType<Date | null, Date | null>;
  notification_method: Task["notification_method"];
  previous_id: string | null;
  completed: boolean;
  version: number;
  created_at: ColumnType<Date, Date>;
  updated_at: ColumnType<Date, Date>;
  /** Whether the next occurrence was made, even if it is gone again: a deleted one must not come back. Not in the API. */
  continued: Generated<boolean>;
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

/** Rows of table `accounts`. */
export interface AccountTable {
  /** The user's id; no other has the same in another case. */
  username: string;
  /** As `hashPassword` writes it. */
  password: string;
  email: string | null;
  created_at: Generated<Date>;
}

/** The backend's database. */
export interface Tables {
  tasks: TaskTable;
  accounts: AccountTable;
  outbox: OutboxTable;
}
