import type { EventPublisher, Logger } from "@todo-platform/service-kit";
import { sql } from "kysely";
import type { Kysely, Selectable } from "kysely";
import type { OutboxTable, Tables } from "../stores/tables.ts";

/** Most events of one batch. */
export const batchSize = 100;
/** Any number that no other user of the database takes for an advisory lock. */
const relayLock = 7_302_002;

/** What a batch did. */
export interface BatchResult {
  readonly published: number;
  readonly failed: number;
}

type Row = Selectable<OutboxTable>;

/** Publishes events of one topic; answers with the rows that the broker has acknowledged. */
async function publishRows(
  topic: string,
  rows: readonly Row[],
  publisher: EventPublisher,
  log: Logger,
): Promise<string[]> {
  const events = rows.map(({ event, key, traceparent }) => ({ event, key, traceparent: traceparent ?? undefined }));
  const failures = await publisher.publishAll(topic, events);
  const [first] = failures;
  if (first) log.warn(`${failures.size} events of ${topic} stay in the outbox, the first is ${first[0]}: ${first[1]}`);
  return rows.filter(({ event }) => !failures.has(event.event_id)).map(({ id }) => id);
}

/**
 * Publishes the oldest events of the outbox and deletes those that the broker has acknowledged. A crash in between
 * repeats some, with the same event id; it loses none. Only one replica relays at a time, and the others wait for it:
 * two at once would break the order.
 */
export function relayBatch(db: Kysely<Tables>, publisher: EventPublisher, log: Logger): Promise<BatchResult> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${relayLock})`.execute(transaction);
    const rows = await transaction.selectFrom("outbox").selectAll().orderBy("id").limit(batchSize).execute();
    const topics = [...Map.groupBy(rows, (row) => row.topic)];
    const published = topics.map(([topic, list]) => publishRows(topic, list, publisher, log));
    const acknowledged = (await Promise.all(published)).flat();
    if (acknowledged.length > 0) await transaction.deleteFrom("outbox").where("id", "in", acknowledged).execute();
    return { published: acknowledged.length, failed: rows.length - acknowledged.length };
  });
}
