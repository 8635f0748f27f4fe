import { z } from "zod";
import { count, cpu, duration, name, set, size } from "../schema-values.ts";

/** The form of a service's `scaling`. */
export const scalingSchema = z.strictObject({
  minReplicas: count(1, 1_000).describe("The fewest replicas."),
  maxReplicas: count(1, 1_000).describe("The most replicas."),
  calm: duration.optional().describe("How long fewer replicas must have been enough; `5m` when absent."),
  by: z
    .discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("cpu"),
        utilization: count(1, 1_000).describe("Percent of the CPU that the app's container reserves."),
      }),
      z.strictObject({
        kind: z.literal("lag"),
        records: count(1, 1_000_000).describe("Records that wait for each replica."),
      }),
    ])
    .describe("What tells that an app needs more."),
});

/** The form of `scheduling`. */
export const schedulingSchema = z.strictObject({
  spread: set(name).optional().describe("Labels of nodes over which replicas are spread."),
  priority: count(1, 1_000_000_000).optional().describe("Value of the apps' own PriorityClass."),
  quota: z
    .strictObject({
      cpu: cpu.describe("CPU that pods may reserve together."),
      memory: size.describe("Memory that pods may reserve together."),
      pods: count(1, 100_000).describe("How many pods may be there."),
    })
    .optional()
    .describe("What the apps' namespace may reserve and run."),
  kedaNamespace: name.optional().describe("Namespace of KEDA; `keda` when absent."),
});
