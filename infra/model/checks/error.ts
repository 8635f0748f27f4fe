import type { Problem, Severity } from "../problems.ts";

const problem =
  (severity: Severity) =>
  (code: string, path: string, value: unknown, message: string, remedy: string): Problem => ({
    code,
    severity,
    path,
    value,
    message,
    remedy,
  });

/** A problem that refuses the platform. */
export const error = problem("error");

/** A problem that is told, and applied all the same. */
export const warning = problem("warning");
