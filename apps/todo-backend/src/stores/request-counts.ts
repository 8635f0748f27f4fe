import { messageOf } from "@todo-platform/service-kit";
import type { Logger, StateStore } from "@todo-platform/service-kit";
import { z } from "zod";

/** Milliseconds of one window, and between two merges. */
const window = 60_000;
const mergeEvery = 1000;
/** How often a merge is repeated when other replicas merge as well. */
const attempts = 5;
/** Seconds that the counts of a window are kept. */
const ttl = 120;

const shared = z.record(z.string(), z.int().nonnegative());

/** One user's requests in the current window. */
export interface RequestCount {
  readonly count: number;
  /** Milliseconds until the next window. */
  readonly left: number;
}

/**
 * Counts the requests of each user, minute by minute. It counts in memory; a user who sends many is shared with the other
 * replicas once a second, all in one value of the state store, so no request waits for it. While the store is down each
 * replica counts for itself.
 */
export interface RequestCounts {
  /** Counts one request and answers with the user's count, those of other replicas included as far as they are known. */
  add(user: string): RequestCount;
  /** Counts no longer what was refused. */
  takeBack(user: string): void;
  /** Shares the counts now; it never throws. */
  merge(): Promise<void>;
  stop(): void;
}

/**
 * Counts in `state`.
 * @param shareFrom how many requests in this replica and window make a user's count worth sharing
 */
export function createRequestCounts(state: StateStore, log: Logger, shareFrom: number): RequestCounts {
  let begin = 0;
  let failing = false;
  /** By user: all of this replica, those of them that are shared, and those of all replicas as last seen. */
  const counts = new Map<string, { own: number; merged: number; known: number }>();
  const entryOf = (user: string): { own: number; merged: number; known: number } => {
    const current = Math.floor(Date.now() / window) * window;
    if (current !== begin) {
      begin = current;
      counts.clear();
    }
    const entry = counts.get(user) ?? { own: 0, merged: 0, known: 0 };
    counts.set(user, entry);
    return entry;
  };
  const share = async (): Promise<void> => {
    const due = [...counts].filter(([, { own, merged }]) => own >= shareFrom && own > merged);
    if (due.length === 0 || Date.now() >= begin + window) return;
    const adds = due.map(([user, entry]) => ({ user, entry, own: entry.own }));
    const key = `request-counts-${begin}`;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { value, etag } = await state.get(key);
      const all = new Map(Object.entries(shared.safeParse(value).data ?? {}));
      for (const { user, entry, own } of adds) all.set(user, (all.get(user) ?? 0) + own - entry.merged);
      if (!(await state.save(key, Object.fromEntries(all), { ttl, ifUnchanged: { etag } }))) continue;
      for (const { user, entry, own } of adds) [entry.merged, entry.known] = [own, all.get(user) ?? own];
      return;
    }
  };
  const merge = async (): Promise<void> => {
    try {
      await share();
      failing = false;
    } catch (error) {
      if (!failing) log.warn(`request counts cannot be shared, each replica counts alone: ${messageOf(error)}`);
      failing = true;
    }
  };
  let merging: Promise<void> | undefined;
  const timer = setInterval(() => {
    merging ??= merge().finally(() => (merging = undefined));
  }, mergeEvery);
  timer.unref();
  return {
    add(user) {
      const entry = entryOf(user);
      entry.own += 1;
      return { count: entry.known + entry.own - entry.merged, left: begin + window - Date.now() };
    },
    takeBack: (user) => void (entryOf(user).own -= 1),
    merge,
    stop: () => clearInterval(timer),
  };
}
