import { z } from "zod";
import { form, name, secretKeyReference, size } from "./schema-values.ts";

const address = form(/^[^\s:,/]+:\d{1,5}$/, "is no address", "Write it as redis.example.com:6379.");

/** The form of each kind of Redis. */
export const redisSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("plain"), name, namespace: name, storage: size, memory: size, secret: name }),
  z.strictObject({
    kind: z.literal("external"),
    host: z.union([address, secretKeyReference]),
    tls: z.boolean(),
    secret: name,
  }),
]);
