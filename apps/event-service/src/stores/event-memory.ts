import type { StateStore } from "@todo-platform/service-kit";

/** Seconds for which a counted event is remembered: longer than any redelivery takes. */
const memory = 24 * 60 * 60;

/** Remembers counted events. */
export interface EventMemory {
  has(eventId: string): Promise<boolean>;
  add(eventId: string): Promise<void>;
}

const keyOf = (eventId: string): string => `counted-${eventId}`;

/** Remembers events in the state store, for 24 hours from the first time. */
export const createEventMemory = (state: StateStore): EventMemory => ({
  has: async (eventId) => (await state.get(keyOf(eventId))).value !== undefined,
  // When another replica has written it first, it is remembered all the same.
  add: async (eventId) =>
    void (await state.save(keyOf(eventId), true, { ttl: memory, ifUnchanged: { etag: undefined } })),
});
