import { z } from "zod";

/**
 * The seven fields that every event carries in the `data` of its CloudEvent. The CloudEvent's `id`, `type`,
 * `source` and `time` equal `event_id`, `event_type`, `source` and `timestamp`.
 */
export const envelope = z.object({
  event_id: z.uuid(),
  event_type: z.string().min(1),
  event_version: z.string().min(1),
  timestamp: z.iso.datetime({ offset: true }),
  correlation_id: z.string().min(1).max(200),
  source: z.string().min(1),
  payload: z.unknown(),
});

/** An event as it travels, its payload typed. */
export interface Envelope<Type extends string = string, Payload = unknown> {
  /** Unique id (UUID); a redelivery carries the same one, so it is the key of deduplication. */
  event_id: string;
  event_type: Type;
  /** Version of the payload's schema, such as `v1`. */
  event_version: string;
  /** When it happened, RFC 3339. */
  timestamp: string;
  /** Ties together everything that one request of a user caused. */
  correlation_id: string;
  /** App id of the publisher. */
  source: string;
  payload: Payload;
}
