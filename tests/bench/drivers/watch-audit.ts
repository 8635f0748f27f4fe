// Sees rows of the audit trail appear. Job: first line of stdin; tells its samples when stdin ends.
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { connectionOptions } from "./sql.ts";

/** Which rows are watched: those of users that begin with `prefix`. */
export interface WatchJob {
  readonly url: string;
  readonly ca: string;
  readonly prefix: string;
}

/** Milliseconds between two looks; it is part of what is measured. */
const period = 4;
/** Rows may become visible out of order; the last ones are looked at again. */
const overlap = 500;

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const first = await lines.next();
const { url, ca, prefix } = JSON.parse(first.value as string) as WatchJob;
const client = new pg.Client(connectionOptions(url, ca));
await client.connect();
const seen = new Set<number>();
const samples: [number, number][] = [];
const start = await client.query<{ last: string }>("select coalesce(max(sequence), 0) as last from audit_trail");
const begin = Number(start.rows[0]?.last ?? 0);
let last = begin;
let done = false;
void lines.next().then(() => (done = true));
process.stdout.write("ready\n");
while (!done) {
  const { rows } = await client.query<{ sequence: string; timestamp: string }>({
    name: "watch",
    text: "select sequence, timestamp from audit_trail where sequence > $1 and user_id like $2 and event_type = 'task.created'",
    values: [Math.max(begin, last - overlap), `${prefix}%`],
  });
  const now = performance.timeOrigin + performance.now();
  for (const row of rows) {
    const sequence = Number(row.sequence);
    if (seen.has(sequence)) continue;
    seen.add(sequence);
    last = Math.max(last, sequence);
    const created = Date.parse(row.timestamp);
    samples.push([created, now - created]);
  }
  await sleep(period);
}
process.stdout.write(`${JSON.stringify(samples)}\n`, () => process.exit(0));
