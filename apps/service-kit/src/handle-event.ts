import type { Envelope, EventType } from "@todo-platform/contracts";
import type { Logger } from "./logger.ts";
import { countEvent } from "./metrics.ts";
import { withPatience } from "./patience.ts";

/** Remembers events, so that a redelivery is not handled again. */
export interface Deduplicator {
  /** Which of these events were handled before. */
  seen(eventIds: readonly string[]): Promise<ReadonlySet<string>>;
  mark(eventIds: readonly string[]): Promise<void>;
}

/** How an app takes the events of one topic. */
export interface TopicConsumer {
  readonly events: readonly EventType[];
  readonly handlers: Readonly<Record<string, (event: Envelope) => Promise<void>>>;
  /** Handles all or none of these events. */
  readonly batch: ((events: readonly Envelope[]) => Promise<void>) | undefined;
  readonly deduplicator: Deduplicator | undefined;
  readonly log: Logger;
}

/** Handles an event by the handler of its type. */
export async function handleEvent(event: Envelope, { handlers, log }: TopicConsumer): Promise<void> {
  try {
    await withPatience(async () => handlers[event.event_type]?.(event));
  } catch (error) {
    countEvent(event.event_type, "failed");
    throw error;
  }
  countEvent(event.event_type, "handled");
  log.info(`${event.event_type} ${event.event_id} handled`);
}
