import { z } from "zod";
import { count, duration, name, secretKeyReference } from "../schema-values.ts";

const server = {
  host: name,
  port: count(1, 65_535),
  tls: z.boolean(),
  credentials: z.strictObject({ user: secretKeyReference, password: secretKeyReference }).optional(),
  retention: duration,
};

/** The form of `logging`. */
export const loggingSchema = z.strictObject({
  namespace: name,
  target: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("loki"), ...server, tenant: name.optional() }),
    z.strictObject({ kind: z.literal("elasticsearch"), ...server, prefix: name }),
    z.strictObject({
      kind: z.literal("azure-monitor"),
      endpoint: name,
      rule: name,
      table: name,
      tenant: name,
      client: name,
      clientSecret: secretKeyReference,
    }),
  ]),
});
