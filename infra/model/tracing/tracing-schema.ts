import { z } from "zod";
import { count, duration, name, secretKeyReference, size } from "../schema-values.ts";

const headers = z
  .array(z.strictObject({ name, value: secretKeyReference }))
  .optional()
  .describe("Headers whose values are keys of Secrets.");
const percent = z.number().min(0).max(100);

const storage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("memory"), maxTraces: count(1, 100_000_000).describe("How many are kept.") }),
  z.strictObject({
    kind: z.literal("badger"),
    storage: size.describe("Volume."),
    retention: duration.describe("How long spans are kept."),
  }),
]);

const collector = z.strictObject({
  replicas: count(1, 100).describe("One for tail sampling."),
  memory: size.describe("Memory of each."),
  sampling: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("probabilistic"), percent: percent.describe("Share of all traces.") }),
      z.strictObject({
        kind: z.literal("tail"),
        wait: duration.describe("How long the spans of a trace are waited for."),
        slow: duration.describe("From when on a trace is slow."),
        percent: percent.describe("Share of the ordinary traces."),
      }),
    ])
    .optional()
    .describe("Which traces are handed on; all when absent."),
  exporters: z
    .record(
      z.string(),
      z.discriminatedUnion("kind", [
        z.strictObject({
          kind: z.literal("otlp"),
          endpoint: name.describe("Host and port of OTLP over gRPC; the whole address of a Zipkin API."),
          tls: z.boolean().describe("Whether it is reached by TLS."),
          headers,
        }),
        z.strictObject({ kind: z.literal("zipkin"), endpoint: name }),
        z.strictObject({
          kind: z.literal("azure-monitor"),
          connectionString: secretKeyReference.describe("That of Application Insights, in a Secret of the namespace."),
        }),
      ]),
    )
    .describe("Name -> who gets the traces."),
});

const backends = (common: z.ZodRawShape) =>
  z.discriminatedUnion("backend", [
    z.strictObject({ backend: z.literal("zipkin"), ...common }),
    z.strictObject({ backend: z.literal("jaeger"), storage: storage.describe("Where spans are kept."), ...common }),
    z.strictObject({
      backend: z.literal("collector"),
      collector: collector.describe("The collector and its pipeline."),
      ...common,
    }),
    z.strictObject({
      backend: z.literal("otlp"),
      endpoint: name.describe("Host and port, without a scheme."),
      protocol: z.enum(["grpc", "http"]).describe("OTLP over this."),
      tls: z.boolean().describe("Whether it is reached by TLS."),
      headers,
      ...common,
    }),
  ]);

/** The form of a choice among the backends. */
export const tracingBackendSchema = backends({});

/** The form of `tracing`. */
export const tracingSchema = backends({
  namespace: name,
  samplingRate: z.number().min(0).max(1),
  nodePort: count(30_000, 32_767).optional(),
});
