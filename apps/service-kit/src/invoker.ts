import type { AppId, HttpVerb } from "@todo-platform/contracts";
import type { DaprCall, DaprClient } from "./dapr-client.ts";

/** What goes with an invocation; the body is sent as it is. */
export type InvokeOptions = Omit<DaprCall, "method">;

/** Calls other apps through the sidecar. */
export interface Invoker {
  /**
   * Calls `verb path` of app `to`; `path` starts with a slash and may have a query.
   * @throws DaprError with the status of an answer that is neither 2xx nor expected
   */
  invoke(to: AppId, path: string, verb: HttpVerb, options?: InvokeOptions): Promise<Response>;
}

/** Calls other apps by Dapr's service invocation. */
export const createInvoker = (dapr: DaprClient): Invoker => ({
  invoke: (to, path, verb, options = {}) => dapr.call(`/invoke/${to}/method${path}`, { ...options, method: verb }),
});
