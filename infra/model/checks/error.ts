import type { Problem } from "../problems.ts";

/** A problem that refuses the platform. */
export const error = (code: string, path: string, value: unknown, message: string, remedy: string): Problem => ({
  code,
  severity: "error",
  path,
  value,
  message,
  remedy,
});
