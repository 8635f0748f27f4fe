import { sql } from "kysely";
import type { Kysely, Selectable, Transaction } from "kysely";
import type { DeadLetterTable, Tables } from "./tables.ts";

/** An event that no subscriber could take, as it came. */
export interface NewDeadLetter {
  readonly topic: string;
  readonly eventId: string;
  /** The whole delivery as it came. */
  readonly body: string;
  readonly correlationId: string;
}

/** A dead letter in the store. */
export type KeptDeadLetter = Selectable<DeadLetterTable>;

/** Keeps dead letters until somebody looks at them. */
export interface DeadLetterStore {
  /** Keeps one; the same event of the same topic is kept once, and one that was replayed in vain is open again. */
  keep(letter: NewDeadLetter): Promise<void>;
  /** The newest first; `all` includes those that were replayed. */
  list(filter: { topic?: string | undefined; all: boolean; limit: number }): Promise<KeptDeadLetter[]>;
  /** Those of these ids that exist. */
  find(ids: readonly string[]): Promise<KeptDeadLetter[]>;
  markReplayed(id: string): Promise<void>;
  /**
   * Deletes those that came more than `days` ago. When another replica is at it, nothing is left to do.
   * @returns how many were deleted
   */
  forget(days: number): Promise<number>;
}

/** How many one transaction deletes, so that none takes long. */
export const forgottenAtOnce = 1000;
/** Held by the replica that deletes. */
const lock = sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtext('forget dead letters')) as held`;

async function forgetSome(transaction: Transaction<Tables>, days: number): Promise<number> {
  const { rows } = await lock.execute(transaction);
  if (!rows[0]?.held) return 0;
  const old = transaction
    .selectFrom("dead_letters")
    .select("id")
    .where("received_at", "<", sql<Date>`now() - make_interval(days => ${days})`)
    .orderBy("id")
    .limit(forgottenAtOnce);
  const deleted = await transaction.deleteFrom("dead_letters").where("id", "in", old).executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

/** PostgreSQL's text holds no NUL character. */
const storable = (text: string): string => text.replaceAll("\0", "\u{FFFD}");

/** Dead letters in `db`. */
export const createDeadLetterStore = (db: Kysely<Tables>): DeadLetterStore => ({
  async keep({ topic, eventId, body, correlationId }) {
    const row = { topic, event_id: eventId, body, correlation_id: correlationId };
    const values = Object.fromEntries(Object.entries(row).map(([name, text]) => [name, storable(text)])) as typeof row;
    await db
      .insertInto("dead_letters")
      .values(values)
      .onConflict((conflict) => conflict.columns(["topic", "event_id"]).doUpdateSet({ replayed_at: null }))
      .execute();
  },
  async list({ topic, all, limit }) {
    let query = db.selectFrom("dead_letters").selectAll();
    if (topic !== undefined) query = query.where("topic", "=", topic);
    if (!all) query = query.where("replayed_at", "is", null);
    return query.orderBy("id", "desc").limit(limit).execute();
  },
  async find(ids) {
    const known = ids.filter((id) => /^[0-9]{1,18}$/.test(id));
    if (known.length === 0) return [];
    return db.selectFrom("dead_letters").selectAll().where("id", "in", known).orderBy("id").execute();
  },
  async markReplayed(id) {
    await db
      .updateTable("dead_letters")
      .set({ replayed_at: sql`now()` })
      .where("id", "=", id)
      .execute();
  },
  async forget(days) {
    for (let total = 0; ;) {
      const deleted = await db.transaction().execute((transaction) => forgetSome(transaction, days));
      total += deleted;
      if (deleted < forgottenAtOnce) return total;
    }
  },
});
