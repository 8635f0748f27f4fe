import { z } from "zod";
import { gatewaySchema } from "./gateway/gateway-schema.ts";
import { observabilitySchema } from "./observability/observability-schema.ts";
import { scalingSchema, schedulingSchema } from "./scaling/scaling-schema.ts";
import { operatorsPageSchema } from "./operators-page/operators-page-schema.ts";
import { name } from "./schema-values.ts";
import { loggingSchema } from "./logging/logging-schema.ts";
import { tracingBackendSchema } from "./tracing/tracing-schema.ts";

/** A problem that is accepted, and why. */
export const suppressionSchema = z.strictObject({ code: name, path: name, reason: z.string() });

/** Who installs the operators. */
export const operatorsSchema = z.enum(["existing", "chart"]);

/** What the reference says of a part: its meaning, a value as it is written, and what its absence means. */
const told = (description: string, example: unknown, absent = "The target has what it has by itself.") => ({
  description,
  examples: [example],
  absent,
});

/** The form of the parts that a stack's config gives to its target, each in place of the target's own. */
export const targetPartsSchema = {
  operators: operatorsSchema
    .optional()
    .meta(
      told(
        "Operators of the parts below: `existing` (the cluster's own) or `chart` (the platform installs the pinned charts).",
        "chart",
        '`"existing"`',
      ),
    ),
  observability: observabilitySchema.optional().meta(
    told("What Prometheus scrapes and tells (ObservabilitySpec).", {
      labels: { release: "prometheus" },
      scrapeInterval: "30s",
    }),
  ),
  tracing: tracingBackendSchema
    .optional()
    .meta(
      told(
        "Where spans go (TracingBackend).",
        { backend: "jaeger", storage: { kind: "badger", storage: "5Gi", retention: "72h" } },
        "Zipkin.",
      ),
    ),
  logging: loggingSchema.optional().meta(
    told(
      "Where the lines of apps, sidecars and control plane go (LoggingSpec).",
      {
        namespace: "logging",
        target: { kind: "loki", host: "loki.logs.svc", port: 3100, tls: false, retention: "168h" },
      },
      "They stay on the nodes.",
    ),
  ),
  gateway: gatewaySchema.optional().meta(
    told("How requests from outside reach the apps (GatewaySpec).", {
      kind: "gateway-api",
      className: "traefik",
      controllerNamespace: "traefik",
      host: "todo.example.com",
      routes: { "/": "todo-frontend" },
      certificate: { kind: "acme", email: "ops@example.com" },
    }),
  ),
  operatorsPage: operatorsPageSchema
    .optional()
    .meta(told("The operators' page as a pod (OperatorsPageSpec).", { replay: false }, "No pod shows it.")),
  scheduling: schedulingSchema
    .optional()
    .meta(
      told("Where the apps' pods run (SchedulingSpec).", { spread: ["topology.kubernetes.io/zone"], priority: 1_000 }),
    ),
  scaling: z
    .record(z.string(), scalingSchema)
    .optional()
    .meta(
      told(
        "App -> between how many replicas it runs, and by what (ScalingSpec).",
        { "event-service": { minReplicas: 1, maxReplicas: 3, by: { kind: "lag", records: 100 } } },
        "Every app has its fixed number of replicas.",
      ),
    ),
  suppressions: z
    .array(suppressionSchema)
    .optional()
    .meta(
      told(
        "Problems of the model that are accepted, with reasons.",
        [{ code: "TP0431", path: "database.backup", reason: "a rehearsal" }],
        "None is accepted.",
      ),
    ),
};
