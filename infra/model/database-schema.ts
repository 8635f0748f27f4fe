import { z } from "zod";
import { objectStoreSchema } from "./object-store-schema.ts";
import { count, form, name, resources, size } from "./schema-values.ts";

const server = {
  maxConnections: count(4, 10_000),
  owners: z
    .array(z.strictObject({ database: name, role: name, secret: name, connectionLimit: count(1, 10_000) }))
    .min(1),
};
const own = { name, namespace: name, storage: size, ...server };

/** A name, or what the platform makes: told apart first, so that what is wrong is said of the one that is meant. */
const store = z.unknown().check((context) => {
  const { value: input } = context;
  const { error } = (typeof input === "string" ? name : objectStoreSchema).safeParse(input);
  context.issues.push(...(error?.issues ?? []).map((issue) => ({ ...issue, input }) as z.core.$ZodRawIssue));
});

const backup = z.strictObject({
  objectStore: store,
  schedule: name,
  server: name.optional(),
  recovery: z
    .strictObject({
      server: name,
      until: form(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
        "is no moment with its time zone",
        "Write it as 2026-03-01T12:00:00Z.",
      ).optional(),
    })
    .optional(),
});

/** The form of each kind of PostgreSQL. */
export const databaseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("plain"), ...own }),
  z.strictObject({
    kind: z.literal("cnpg"),
    ...own,
    instances: count(1, 9),
    resources,
    storageClass: name.optional(),
    backup: backup.optional(),
  }),
  z.strictObject({ kind: z.literal("managed"), name, namespace: name, ...server }),
  z.strictObject({ kind: z.literal("external"), pooling: z.enum(["none", "session", "transaction"]), ...server }),
]);
