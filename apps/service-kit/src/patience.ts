import { setTimeout as delay } from "node:timers/promises";
import { DaprError } from "./dapr-client.ts";
import type { Deduplicator } from "./handle-event.ts";

/** How long a delivery waits for what its handler needs, in milliseconds; Dapr's own retries come on top. */
export const deliveryPatience = 4000;
const firstPause = 100;
const longestPause = 1000;

/** Classes of PostgreSQL's errors that pass by themselves: connection, resources, operator intervention. */
const passing = /^(08|53|57)/;
const network = /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)/;

/** Whether something that the handler needs is down or overloaded, so that the same event may pass a moment later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof DaprError) return error.status === 0 || error.status === 429 || error.status >= 500;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === "string" && (passing.test(code) || network.test(code))) return true;
  return typeof message === "string" && /connection (terminated|timeout)|timeout exceeded when trying/i.test(message);
}

/**
 * Does `work`, and does it again while it fails for a reason that may pass.
 * @throws what `work` threw last, at once when it will not pass, else when the patience has ended
 */
export async function withPatience<T>(work: () => Promise<T>, milliseconds = deliveryPatience): Promise<T> {
  const end = performance.now() + milliseconds;
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || performance.now() + pause > end) throw error;
    }
    await delay(pause);
  }
}

/** `deduplicator` with patience for its store. */
export const patient = (deduplicator: Deduplicator): Deduplicator => ({
  seen: (ids) => withPatience(() => deduplicator.seen(ids)),
  mark: (ids) => withPatience(() => deduplicator.mark(ids)),
});
