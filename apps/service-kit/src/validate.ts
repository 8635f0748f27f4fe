import type { z } from "zod";
import { Problem } from "./problem.ts";
import type { ProblemDetail } from "./problem.ts";

/** What a schema found wrong, one entry a field. */
export const problemDetails = (error: z.ZodError): ProblemDetail[] =>
  error.issues.map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part)}`).join(""),
    detail: issue.message,
  }));

/**
 * Checks what a client sent.
 * @throws Problem 400 with every problem at once
 */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem(400, "The request is not valid.", problemDetails(parsed.error));
}
