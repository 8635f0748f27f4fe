import { z } from "zod";

/** An event that its subscriber could not take, as `GET /dead-letters` returns it. */
export const deadLetter = z.object({
  id: z.string(),
  topic: z.string(),
  event_type: z.string(),
  /** The CloudEvent as it came. */
  event: z.unknown(),
  received_at: z.string(),
  /** When it was published again; null when it was not. */
  replayed_at: z.string().nullable(),
});
export const deadLetterPage = z.object({ dead_letters: z.array(deadLetter) });

/** What `GET /dead-letters` takes. */
export const deadLetterQuery = z.strictObject({
  topic: z.string().min(1).max(200).optional(),
  /** Also those that were replayed. */
  all: z.enum(["true", "false"]).default("false"),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** Body of `POST /dead-letters/replay`: ids, or every one of a topic that was not replayed yet. */
export const replayRequest = z.union([
  z.strictObject({ ids: z.array(z.string().min(1).max(200)).min(1).max(1000) }),
  z.strictObject({ topic: z.string().min(1).max(200) }),
]);

/** Answer of `POST /dead-letters/replay`. */
export const replayResult = z.object({
  replayed: z.array(z.string()),
  failed: z.array(z.object({ id: z.string(), reason: z.string() })),
});

export type DeadLetter = z.infer<typeof deadLetter>;
export type ReplayRequest = z.infer<typeof replayRequest>;
export type ReplayResult = z.infer<typeof replayResult>;
