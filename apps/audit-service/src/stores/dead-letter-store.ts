import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** An event that no subscriber could take. */
export interface DeadLetter {
  readonly topic: string;
  readonly eventId: string;
  /** The whole delivery as it came. */
  readonly body: string;
  readonly correlationId: string;
}

/** Keeps dead letters until somebody looks at them. */
export interface DeadLetterStore {
  /** Keeps one; the same event of the same topic is kept once. */
  keep(letter: DeadLetter): Promise<void>;
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
      .onConflict((conflict) => conflict.columns(["topic", "event_id"]).doNothing())
      .execute();
  },
});
