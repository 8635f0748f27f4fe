import { contact } from "@todo-platform/contracts";
import type { Invoker } from "@todo-platform/service-kit";

/** Where users are reached. */
export interface ContactClient {
  /**
   * Email address of a user; undefined without an account or an address.
   * @throws DaprError when the backend cannot be reached
   */
  emailOf(user: string): Promise<string | undefined>;
}

/** The backend, called through the sidecar. */
export const createContactClient = (invoker: Invoker): ContactClient => ({
  async emailOf(user) {
    const path = `/internal/contacts/${encodeURIComponent(user)}`;
    const answer = await invoker.invoke("todo-backend", path, "GET", { expect: (status) => status === 404 });
    return answer.status === 404 ? undefined : (contact.parse(await answer.json()).email ?? undefined);
  },
});
