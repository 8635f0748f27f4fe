import { setTimeout as delay } from "node:timers/promises";
import { eventSummary } from "@todo-platform/contracts";
import type { EventSummary } from "@todo-platform/contracts";
import type { StateStore } from "@todo-platform/service-kit";
import { z } from "zod";

/** How many of the last events a user's counters know by id. */
export const knownEvents = 100;
/** How often a count is tried when others write the same counters. */
const attempts = 20;

const none: EventSummary = { created: 0, updated: 0, deleted: 0, completed: 0 };
const counters = z.object({ counts: eventSummary, known: z.array(z.string()) });

/** How many events of each kind have come for each user. */
export interface SummaryStore {
  read(user: string): Promise<EventSummary>;
  /** Counts an event; counting one of the last {@link knownEvents} again changes nothing. */
  count(user: string, kind: keyof EventSummary, eventId: string): Promise<void>;
}

const keyOf = (user: string): string => `user-${user}-event-summary`;

/**
 * Counters in a state store. A user's counters and the ids that they have counted are one value, replaced only when
 * nobody else has replaced it meanwhile: a crash cannot come between the two.
 */
export function createSummaryStore(state: StateStore): SummaryStore {
  const load = async (user: string): Promise<z.infer<typeof counters> & { etag: string | undefined }> => {
    const { value, etag } = await state.get(keyOf(user));
    return { ...(value === undefined ? { counts: none, known: [] } : counters.parse(value)), etag };
  };
  return {
    read: async (user) => (await load(user)).counts,
    async count(user, kind, eventId) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const { counts, known, etag } = await load(user);
        if (known.includes(eventId)) return;
        const changed = { ...counts, [kind]: counts[kind] + 1 };
        const value = { counts: changed, known: [...known, eventId].slice(-knownEvents) };
        if (await state.save(keyOf(user), value, { ifUnchanged: { etag } })) return;
        await delay(Math.random() * 10 * (attempt + 1));
      }
      throw new Error("the counters were changed too often by others");
    },
  };
}
