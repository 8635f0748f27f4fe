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

/**
 * What to do about a sidecar that works but tells nothing: daprd 1.18 answers a changed Configuration or Resiliency by
 * restarting inside its process, and exports no metrics and no spans after that.
 */
export const restart = (app: string): string =>
  `If its Configuration or the Resiliency was changed by hand, restart it: todo-platform kubectl -n <namespace> rollout restart deployment/${app}; else run \`todo-platform up\`.`;
