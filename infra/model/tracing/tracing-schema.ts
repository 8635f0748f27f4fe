import { z } from "zod";
import { count, duration, name, secretKeyReference, size } from "../schema-values.ts";

const headers = z.array(z.strictObject({ name, value: secretKeyReference })).optional();
const percent = z.number().min(0).max(100);

const storage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("memory"), maxTraces: count(1, 100_000_000) }),
  z.strictObject({ kind: z.literal("badger"), storage: size, retention: duration }),
]);

const collector = z.strictObject({
  replicas: count(1, 100),
  memory: size,
  sampling: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("probabilistic"), percent }),
      z.strictObject({ kind: z.literal("tail"), wait: duration, slow: duration, percent }),
    ])
    .optional(),
  exporters: z.record(
    z.string(),
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("otlp"), endpoint: name, tls: z.boolean(), headers }),
      z.strictObject({ kind: z.literal("zipkin"), endpoint: name }),
      z.strictObject({ kind: z.literal("azure-monitor"), connectionString: secretKeyReference }),
    ]),
  ),
});

const backends = (common: z.ZodRawShape) =>
  z.discriminatedUnion("backend", [
    z.strictObject({ backend: z.literal("zipkin"), ...common }),
    z.strictObject({ backend: z.literal("jaeger"), storage, ...common }),
    z.strictObject({ backend: z.literal("collector"), collector, ...common }),
    z.strictObject({
      backend: z.literal("otlp"),
      endpoint: name,
      protocol: z.enum(["grpc", "http"]),
      tls: z.boolean(),
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
