import { z } from "zod";

/**
 * Answer of `GET /api/status`: what works less well at the moment. The service answers in each of these states; the
 * page says what the user has to expect.
 */
export const serviceStatus = z.strictObject({
  status: z.enum(["ok", "degraded"]),
  parts: z.strictObject({
    /** The state store: without it the database answers each read. */
    cache: z.enum(["ok", "unavailable"]),
    /** The broker: without it changes are kept, and notifications and the activity follow later. */
    events: z.enum(["ok", "delayed"]),
  }),
  /** Events that wait for the broker. */
  waiting_events: z.int().nonnegative(),
});
export type ServiceStatus = z.infer<typeof serviceStatus>;
