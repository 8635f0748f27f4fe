import type { OutputBinding } from "@todo-platform/service-kit";
import type { Channel } from "./channel.ts";
import { isRefusal } from "./refusal.ts";

/**
 * Push through the output binding `push` (bindings.http): one POST to the gateway, which knows the devices of each user.
 * Metadata that begins with a capital letter becomes a header.
 */
export const createPushChannel = (push: OutputBinding): Channel => ({
  async send(user, { key, subject, text }) {
    const metadata = { "Content-Type": "application/json", "Idempotency-Key": key };
    try {
      await push.invoke("post", { user_id: user, title: subject, body: text }, metadata);
      return "sent";
    } catch (error) {
      if (isRefusal(error)) return "refused";
      throw error;
    }
  },
});
