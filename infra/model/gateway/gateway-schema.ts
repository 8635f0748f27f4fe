import { z } from "zod";
import { count, duration, name } from "../schema-values.ts";

/** The form of `gateway`. */
export const gatewaySchema = z.strictObject({
  kind: z.enum(["gateway-api", "ingress-nginx"]),
  className: name,
  controllerNamespace: name,
  host: name,
  routes: z.record(z.string(), name),
  certificate: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("self-signed") }),
    z.strictObject({ kind: z.literal("acme"), email: name, server: name.optional() }),
  ]),
  hsts: duration.optional(),
  rateLimit: z.strictObject({ requestsPerSecond: count(1, 1_000_000), burst: count(1, 1_000_000) }).optional(),
});
