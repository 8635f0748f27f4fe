import { offerGauges } from "@todo-platform/service-kit/gauges";
import type { OutboxState } from "../domain/service-state.ts";

/** Offers what waits in the outbox as metrics; each replica tells the same of the one table. */
export function offerOutboxMetrics(read: () => Promise<OutboxState>): void {
  const helps = {
    outbox_waiting_events: "Events that the broker has not acknowledged yet, at most 10000",
    outbox_oldest_seconds: "Seconds since the oldest of them happened, 0 without one",
  };
  offerGauges(helps, async () => {
    const { waiting, age } = await read();
    return { outbox_waiting_events: waiting, outbox_oldest_seconds: age / 1000 };
  });
}
