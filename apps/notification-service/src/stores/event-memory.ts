import type { Deduplicator, StateStore } from "@todo-platform/service-kit";

/** Seconds for which a handled event is remembered: longer than any redelivery takes. */
const memory = 24 * 60 * 60;

const keyOf = (eventId: string): string => `event-${eventId}`;

/** Remembers handled events in the state store, for 24 hours. */
export const createEventMemory = (state: StateStore): Deduplicator => ({
  async seen(eventIds) {
    const found = await state.getAll(eventIds.map(keyOf));
    return new Set(eventIds.filter((id) => found.has(keyOf(id))));
  },
  mark: (eventIds) =>
    state.saveAll(
      eventIds.map((id) => ({ key: keyOf(id), value: true })),
      { ttl: memory },
    ),
});
