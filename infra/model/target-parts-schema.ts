import { z } from "zod";
import { gatewaySchema } from "./gateway/gateway-schema.ts";
import { observabilitySchema } from "./observability/observability-schema.ts";
import { scalingSchema, schedulingSchema } from "./scaling/scaling-schema.ts";
import { name } from "./schema-values.ts";
import { loggingSchema } from "./logging/logging-schema.ts";
import { tracingBackendSchema } from "./tracing/tracing-schema.ts";

/** A problem that is accepted, and why. */
export const suppressionSchema = z.strictObject({ code: name, path: name, reason: z.string() });

/** Who installs the operators. */
export const operatorsSchema = z.enum(["existing", "chart"]);

/** The form of the parts that a stack's config gives to its target, each in place of the target's own. */
export const targetPartsSchema = {
  operators: operatorsSchema
    .optional()
    .describe(
      "Operators of the parts below: `existing` (the cluster's own, the default) or `chart` (the platform installs the pinned charts).",
    ),
  observability: observabilitySchema.optional().describe("What Prometheus scrapes and tells (ObservabilitySpec)."),
  tracing: tracingBackendSchema.optional().describe("Where spans go (TracingBackend); Zipkin when absent."),
  logging: loggingSchema.optional().describe("Where the lines of apps, sidecars and control plane go (LoggingSpec)."),
  gateway: gatewaySchema.optional().describe("How requests from outside reach the apps (GatewaySpec)."),
  scheduling: schedulingSchema.optional().describe("Where the apps' pods run (SchedulingSpec)."),
  scaling: z
    .record(z.string(), scalingSchema)
    .optional()
    .describe("App -> between how many replicas it runs, and by what (ScalingSpec)."),
  suppressions: z
    .array(suppressionSchema)
    .optional()
    .describe("Problems of the model that are accepted, with reasons."),
};
