import { z } from "zod";

const name = z.string().min(1);
const count = z.int().min(1);

/** What a broker is to have: the file that the stack mounts. */
export const planSchema = z.strictObject({
  /** `host:port` of a listener with TLS and SCRAM-SHA-512. */
  bootstrap: z.string().regex(/^[^:]+:\d+$/),
  topics: z.array(
    z.strictObject({
      name,
      partitions: count,
      replicationFactor: count,
      /** -1 keeps everything. */
      retentionMs: z.int().min(-1),
      maxMessageBytes: count,
    }),
  ),
  /** Each reads as the consumer group of its own name. */
  users: z.array(z.strictObject({ name, reads: z.array(name), writes: z.array(name) })),
});

/** Topics, and users with their rights. */
export type Plan = z.infer<typeof planSchema>;
