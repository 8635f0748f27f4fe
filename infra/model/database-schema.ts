import { z } from "zod";
import { count, name, resources, size } from "./schema-values.ts";

const server = {
  maxConnections: count(4, 10_000),
  owners: z
    .array(z.strictObject({ database: name, role: name, secret: name, connectionLimit: count(1, 10_000) }))
    .min(1),
};
const own = { name, namespace: name, storage: size, ...server };

/** The form of each kind of PostgreSQL. */
export const databaseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("plain"), ...own }),
  z.strictObject({
    kind: z.literal("cnpg"),
    ...own,
    instances: count(1, 9),
    resources,
    storageClass: name.optional(),
    backup: z.strictObject({ objectStore: name, schedule: name }).optional(),
  }),
  z.strictObject({ kind: z.literal("managed"), name, namespace: name, ...server }),
  z.strictObject({ kind: z.literal("external"), pooling: z.enum(["none", "session", "transaction"]), ...server }),
]);
