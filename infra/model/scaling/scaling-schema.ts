import { z } from "zod";
import { count, cpu, duration, name, set, size } from "../schema-values.ts";

/** The form of a service's `scaling`. */
export const scalingSchema = z.strictObject({
  minReplicas: count(1, 1_000),
  maxReplicas: count(1, 1_000),
  calm: duration.optional(),
  by: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("cpu"), utilization: count(1, 1_000) }),
    z.strictObject({ kind: z.literal("lag"), records: count(1, 1_000_000) }),
  ]),
});

/** The form of `scheduling`. */
export const schedulingSchema = z.strictObject({
  spread: set(name).optional(),
  priority: count(1, 1_000_000_000).optional(),
  quota: z.strictObject({ cpu, memory: size, pods: count(1, 100_000) }).optional(),
  kedaNamespace: name.optional(),
});
