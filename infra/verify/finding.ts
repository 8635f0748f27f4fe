import type { Problem } from "../model/problems.ts";

/** A check that a running platform failed: names the app and the object. */
export const finding = (
  code: string,
  app: string,
  object: string,
  value: unknown,
  message: string,
  remedy: string,
): Problem => ({
  code,
  severity: "error",
  path: `${app}/${object}`,
  value,
  message,
  remedy,
});

/** What to do about an object that the cluster does not have as the model says. */
export const reapply = "Run `todo-platform up`: it puts back what the model says.";
