import { currentContext, topicOf } from "@todo-platform/service-kit";
import type { EventOf, EventType } from "@todo-platform/contracts";
import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * Puts an event into the outbox, in the transaction of the change it tells of: both are stored, or neither.
 * @param key events with the same key are published in this order
 */
export async function addToOutbox(
  transaction: Transaction<Tables>,
  event: EventOf<EventType>,
  key: string,
): Promise<void> {
  const traceparent = currentContext()?.traceparent ?? null;
  const row = { topic: topicOf(event.event_type), key, event: JSON.stringify(event), traceparent };
  await transaction.insertInto("outbox").values(row).execute();
}
