import { z } from "zod";

/** An action worth a trail that is no task event: a sign-in or sign-out, the reading of a secret, a replay. */
export const auditRecord = z.strictObject({
  action: z.enum([
    "user.signed-up",
    "user.signed-in",
    "user.sign-in-refused",
    "user.signed-out",
    "secret.read",
    "dead-letter.replayed",
  ]),
  user_id: z.string().min(1),
  detail: z.string().max(1000).default(""),
});

/** One row of the audit trail as the query API returns it. */
export const auditEntry = z.object({
  sequence: z.int().positive(),
  event_id: z.string(),
  event_type: z.string(),
  user_id: z.string(),
  correlation_id: z.string(),
  source: z.string(),
  timestamp: z.string(),
  payload: z.unknown(),
});

export type AuditRecord = z.infer<typeof auditRecord>;
export type AuditEntry = z.infer<typeof auditEntry>;
