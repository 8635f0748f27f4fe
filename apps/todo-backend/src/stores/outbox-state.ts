import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { OutboxState } from "../domain/service-state.ts";
import type { Tables } from "./tables.ts";

/** Beyond so many events the exact number says nothing more. */
const countLimit = 10_000;

/** Asks `db` what waits for the broker. */
export async function readOutboxState(db: Kysely<Tables>): Promise<OutboxState> {
  const first = db.selectFrom("outbox").select("event").orderBy("id").limit(1).executeTakeFirst();
  const counted = sql<{ count: number }>`select count(*)::int from (select from outbox limit ${countLimit}) as waiting`;
  const [oldest, { rows }] = await Promise.all([first, counted.execute(db)]);
  const age = oldest ? Math.max(0, Date.now() - Date.parse(oldest.event.timestamp)) : 0;
  return { waiting: rows[0]?.count ?? 0, age };
}
