import type { NotificationMethod } from "@todo-platform/contracts";
import type { Message } from "../domain/message.ts";

/**
 * What became of a message: taken over, or lost for good because the user has no address there, or because the provider
 * refuses that address and would refuse it each time.
 */
export type Outcome = "sent" | "no address" | "refused";

/** A way to a user outside of the page. At least once: a repetition carries the same key. */
export interface Channel {
  /** @throws DaprError when it may succeed later */
  send(user: string, message: Message): Promise<Outcome>;
}

/** The channel of each method that has one. */
export type Channels = Readonly<Record<Exclude<NotificationMethod, "in_app">, Channel>>;
