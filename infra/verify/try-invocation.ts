import type { AppExpectation } from "./expectations.ts";
import type { Sidecar, SidecarAnswer } from "./sidecar.ts";

/** A declared call that was tried, and what came back. */
export interface TriedInvocation {
  readonly verb: string;
  readonly answer: SidecarAnswer;
}

/**
 * Makes a declared call in its most harmless form: GET where it is allowed, otherwise a body that the callee refuses;
 * a wildcard is tried with `tasks`.
 */
export const tryInvocation = async (
  call: AppExpectation["invocations"][number],
  sidecar: Sidecar,
  headers: Record<string, string> = {},
): Promise<TriedInvocation> => {
  const verb = call.verbs.includes("GET") ? "GET" : (call.verbs[0] ?? "GET");
  const path = call.path.replace(/\*\*?$/, "tasks").slice(1);
  const body = verb === "GET" ? undefined : {};
  return { verb, answer: await sidecar.ask(verb, `/v1.0/invoke/${call.to}/method/${path}`, body, headers) };
};
