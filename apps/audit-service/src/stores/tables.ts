import type { Generated, JSONColumnType } from "kysely";

/** Rows of table `audit_trail`: every event once, never changed. */
export interface AuditTrailTable {
  sequence: Generated<string>;
  event_id: string;
  event_type: string;
  user_id: string;
  /** Empty for an event that is about no task. */
  task_id: string;
  correlation_id: string;
  source: string;
  /** RFC 3339, as the event has it. */
  timestamp: string;
  payload: JSONColumnType<object>;
  recorded_at: Generated<Date>;
  /** Made by the database from this entry and the hash of the one before. */
  hash: Generated<string>;
}

/** Rows of table `dead_letters`: what no subscriber could take, as it came. */
export interface DeadLetterTable {
  id: Generated<string>;
  topic: string;
  event_id: string;
  body: string;
  correlation_id: string;
  received_at: Generated<Date>;
  replayed_at: Generated<Date | null>;
}

/** The audit service's database. */
export interface Tables {
  audit_trail: AuditTrailTable;
  dead_letters: DeadLetterTable;
}
