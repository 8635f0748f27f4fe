import { z } from "zod";

/** How many events of each kind have come for a user. */
export const eventSummary = z.object({
  created: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  deleted: z.int().nonnegative(),
  completed: z.int().nonnegative(),
});
export type EventSummary = z.infer<typeof eventSummary>;
