import type { EventPublisher, Logger } from "@todo-platform/service-kit";
import { messageOf } from "@todo-platform/service-kit";
import { sql } from "kysely";
import type { Kysely, Selectable } from "kysely";
import type { OutboxTable, Tables } from "../stores/tables.ts";

/** Most events of one batch. */
export const batchSize = 50;
/** Any number that no other user of the database takes for an advisory lock. */
const relayLock = 7_302_002;

/** What a batch did: `busy` says that another replica was at it. */
export interface BatchResult {
  readonly busy: boolean;
  readonly published: number;
  readonly failed: number;
}

type Row = Selectable<OutboxTable>;

/** Publishes the events of one key in their order, up to the first that fails; answers with the acknowledged ones. */
async function publishInOrder(rows: readonly Row[], publisher: EventPublisher, log: Logger): Promise<string[]> {
  const acknowledged: string[] = [];
  for (const { id, topic, key, event, traceparent } of rows) {
    try {
      await publisher.publish(event, { topic, key, traceparent: traceparent ?? undefined });
      acknowledged.push(id);
    } catch (error) {
      log.warn(`${event.event_type} ${event.event_id} stays in the outbox: ${messageOf(error)}`);
      break;
    }
  }
  return acknowledged;
}

/**
 * Publishes the oldest events of the outbox and deletes those that the broker has acknowledged. A crash in between
 * repeats some, with the same event id; it loses none. Only one replica relays at a time: two would break the order.
 */
export function relayBatch(db: Kysely<Tables>, publisher: EventPublisher, log: Logger): Promise<BatchResult> {
  return db.transaction().execute(async (transaction) => {
    const lock = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${relayLock}) as taken`.execute(
      transaction,
    );
    if (!lock.rows[0]?.taken) return { busy: true, published: 0, failed: 0 };
    const oldest = transaction.selectFrom("outbox").selectAll().orderBy("id").limit(batchSize);
    const rows = await oldest.forUpdate().skipLocked().execute();
    const byKey = Map.groupBy(rows, (row) => row.key).values();
    const acknowledged = (await Promise.all([...byKey].map((list) => publishInOrder(list, publisher, log)))).flat();
    if (acknowledged.length > 0) await transaction.deleteFrom("outbox").where("id", "in", acknowledged).execute();
    return { busy: false, published: acknowledged.length, failed: rows.length - acknowledged.length };
  });
}
