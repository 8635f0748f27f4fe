import type { StateStore } from "@todo-platform/service-kit";

/** Seconds for which a reminder is known as sent: longer than the check looks back. */
const memory = 48 * 60 * 60;

/** Which reminders were handed to the broker, by the ids of their events. */
export interface SentReminders {
  /** Those of `eventIds` that were sent. */
  among(eventIds: readonly string[]): Promise<ReadonlySet<string>>;
  add(eventIds: readonly string[]): Promise<void>;
}

const keyOf = (eventId: string): string => `sent-reminder-${eventId}`;

/** Remembers sent reminders in the state store, for 48 hours. */
export const createSentReminders = (state: StateStore): SentReminders => ({
  async among(eventIds) {
    const found = await state.getAll(eventIds.map(keyOf));
    return new Set(eventIds.filter((id) => found.has(keyOf(id))));
  },
  add: (eventIds) =>
    state.saveAll(
      eventIds.map((id) => ({ key: keyOf(id), value: true })),
      { ttl: memory },
    ),
});
