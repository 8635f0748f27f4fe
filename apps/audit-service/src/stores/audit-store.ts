import type { AuditEntry, EventOf, EventType } from "@todo-platform/contracts";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Which entries are wanted. */
export interface AuditFilter {
  readonly user: string;
  /** Most entries, the newest first. */
  readonly limit: number;
  readonly taskId?: string | undefined;
  readonly correlationId?: string | undefined;
}

/** The audit trail: it only grows. */
export interface AuditStore {
  /** Records an event; recording it again changes nothing. */
  record(event: EventOf<EventType>): Promise<void>;
  /** Records events in this order, all or none. */
  recordAll(events: readonly EventOf<EventType>[]): Promise<void>;
  list(filter: AuditFilter): Promise<AuditEntry[]>;
  /** Number of the first entry that does not fit its hash and the entry before; undefined when the trail is whole. */
  firstBroken(): Promise<number | undefined>;
}

const columns = [
  "sequence",
  "event_id",
  "event_type",
  "user_id",
  "correlation_id",
  "source",
  "timestamp",
  "payload",
] as const;

function toRow(event: EventOf<EventType>) {
  const { event_id, event_type, correlation_id, source, timestamp, payload } = event;
  const task_id = "task_id" in payload ? payload.task_id : "";
  const about = { user_id: payload.user_id, task_id, payload: JSON.stringify(payload) };
  return { event_id, event_type, correlation_id, source, timestamp, ...about };
}

async function insert(db: Kysely<Tables>, events: readonly EventOf<EventType>[]): Promise<void> {
  await db
    .insertInto("audit_trail")
    .values(events.map(toRow))
    .onConflict((conflict) => conflict.column("event_id").doNothing())
    .execute();
}

/** The audit trail in `db`. */
export const createAuditStore = (db: Kysely<Tables>): AuditStore => ({
  record: (event) => insert(db, [event]),
  recordAll: (events) => insert(db, events),
  async list({ user, limit, taskId, correlationId }) {
    let query = db.selectFrom("audit_trail").select(columns).where("user_id", "=", user);
    if (taskId !== undefined) query = query.where("task_id", "=", taskId);
    if (correlationId !== undefined) query = query.where("correlation_id", "=", correlationId);
    const rows = await query.orderBy("sequence", "desc").limit(limit).execute();
    return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
  },
  async firstBroken() {
    const { rows } = await sql<{ sequence: string }>`
      select sequence from (
        select sequence, hash, lag(sequence, 1, 0::bigint) over chain as number_before,
          hash_of_audit(lag(hash, 1, '') over chain, audit_trail) as expected
        from audit_trail window chain as (order by sequence)
      ) as checked
      where hash <> expected or sequence <> number_before + 1 order by sequence limit 1`.execute(db);
    return rows[0] && Number(rows[0].sequence);
  },
});
