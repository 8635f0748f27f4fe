import type { BindingName } from "@todo-platform/contracts";
import type { DaprClient } from "./dapr-client.ts";

/** An outside system behind an output binding. */
export interface OutputBinding {
  /**
   * Hands `data` over.
   * @param operation what the binding shall do, such as `create` or `post`
   * @throws DaprError when the outside system does not take it
   */
  invoke(operation: string, data: unknown, metadata?: Readonly<Record<string, string>>): Promise<unknown>;
}

/** The output binding `name`. Not by the SDK, which answers a failure as if it were a result. */
export const createBinding = (dapr: DaprClient, name: BindingName): OutputBinding => ({
  async invoke(operation, data, metadata = {}) {
    const body = JSON.stringify({ operation, data, metadata });
    const headers = { "content-type": "application/json" };
    const response = await dapr.call(`/bindings/${name}`, { method: "POST", headers, body });
    const text = await response.text();
    try {
      return text === "" ? undefined : (JSON.parse(text) as unknown);
    } catch {
      return text;
    }
  },
});
