import { z } from "zod";
import { count, duration, name } from "../schema-values.ts";

/** The form of `gateway`. */
export const gatewaySchema = z.strictObject({
  kind: z.enum(["gateway-api", "ingress-nginx"]).describe("The Gateway API, or an Ingress for ingress-nginx."),
  className: name.describe("Name of the GatewayClass or IngressClass."),
  controllerNamespace: name.describe("Namespace of the controller's pods, which are let at the apps."),
  host: name.describe("Name of the host, such as `todo.example.com`."),
  routes: z.record(z.string(), name).describe("Prefix of a path -> app."),
  certificate: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("self-signed") }),
      z.strictObject({
        kind: z.literal("acme"),
        email: name.describe("Who hears of a certificate that was not renewed."),
        server: name.optional().describe("Directory of the ACME server; Let's Encrypt's when absent."),
      }),
    ])
    .describe("Who signs the host's certificate."),
  hsts: duration.optional().describe("How long browsers refuse plain HTTP to the host; not said when absent."),
  rateLimit: z
    .strictObject({
      requestsPerSecond: count(1, 1_000_000).describe("What one client may ask for."),
      burst: count(1, 1_000_000).describe("How many may come at once."),
    })
    .optional()
    .describe("Only of ingress-nginx."),
});
