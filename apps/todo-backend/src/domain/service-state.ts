import type { ServiceStatus } from "@todo-platform/contracts";

/** What waits in the outbox. */
export interface OutboxState {
  /** At most 10,000. */
  readonly waiting: number;
  /** Milliseconds since the oldest event happened; 0 without one. */
  readonly age: number;
}

/** From this age of the oldest event on, in milliseconds, the user has to expect delays. */
const delay = 5000;

/** What works less well, as the page shows it. */
export function toServiceStatus(cacheAvailable: boolean, { waiting, age }: OutboxState): ServiceStatus {
  const cache = cacheAvailable ? "ok" : "unavailable";
  const events = age > delay ? "delayed" : "ok";
  const status = cache === "ok" && events === "ok" ? "ok" : "degraded";
  return { status, parts: { cache, events }, waiting_events: waiting };
}

/** The same for the readiness of the app. */
export const degradations = (status: () => Promise<ServiceStatus>) => ({
  cache: async (): Promise<string | undefined> =>
    (await status()).parts.cache === "ok" ? undefined : "unavailable: the database answers each read",
  events: async (): Promise<string | undefined> => {
    const { parts, waiting_events: waiting } = await status();
    return parts.events === "ok" ? undefined : `delayed: ${waiting} wait for the broker`;
  },
});
