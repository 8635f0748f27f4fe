import { z } from "zod";
import { count, duration, name, secretKeyReference } from "../schema-values.ts";

const server = {
  host: name.describe("Host, without scheme and port."),
  port: count(1, 65_535).describe("Port."),
  tls: z.boolean().describe("Whether it is reached by TLS."),
  credentials: z
    .strictObject({
      user: secretKeyReference.describe("The name, in a Secret of the namespace."),
      password: secretKeyReference.describe("The password, in a Secret of the namespace."),
    })
    .optional()
    .describe("Who writes; nobody in particular when absent."),
  retention: duration.describe("How long lines are kept: label of the streams, end of the indexes' names."),
};

/** The form of `logging`. */
export const loggingSchema = z.strictObject({
  namespace: name.describe("Namespace of the collectors, of their own."),
  target: z
    .discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("loki"),
        ...server,
        tenant: name.optional().describe("Tenant of a Loki with several."),
      }),
      z.strictObject({
        kind: z.literal("elasticsearch"),
        ...server,
        prefix: name.describe("What the indexes' names begin with."),
      }),
      z.strictObject({
        kind: z.literal("azure-monitor"),
        endpoint: name.describe("Address of the data collection endpoint."),
        rule: name.describe("Immutable id of the data collection rule."),
        table: name.describe("Name of the table."),
        tenant: name.describe("Tenant of Entra ID."),
        client: name.describe("The application that may write."),
        clientSecret: secretKeyReference.describe("Its secret, in a Secret of the namespace."),
      }),
    ])
    .describe("Who keeps the lines."),
});
