import type { Deduplicator, StateStore } from "@todo-platform/service-kit";

/** Seconds for which a handled event is remembered: longer than any redelivery takes. */
const memory = 24 * 60 * 60;

const keyOf = (eventId: string): string => `event-${eventId}`;

/** Remembers handled events in the state store, for 24 hours. */
export const createEventMemory = (state: StateStore): Deduplicator => ({
  seen: async (eventId) => (await state.get(keyOf(eventId))).value !== undefined,
  mark: async (eventId) => void (await state.save(keyOf(eventId), true, { ttl: memory })),
});
