import type { Notification, NotificationMethod } from "@todo-platform/contracts";
import { nameBasedId } from "@todo-platform/service-kit";
import type { Logger } from "@todo-platform/service-kit";
import type { Channels } from "../channels/channel.ts";
import type { NotificationStore } from "../stores/notification-store.ts";
import type { Message } from "./message.ts";

/** Namespace of the ids of notifications that say a message was refused. */
const refusals = "5a1ed1a8-43cf-4d53-95d5-3b5d8d3c0b6e";

/**
 * Tells a user in the page, and by `method` besides. A repetition with the same ids adds nothing to the page; the other
 * message may come again, with the same key. One whose address is refused is given up: trying again cannot help, but the
 * user can, and is told in the page.
 * @throws DaprError when something cannot be reached
 */
export type Notify = (notification: Notification, method: NotificationMethod, message: Message) => Promise<void>;

const refusedNotice = (notification: Notification, method: NotificationMethod): Notification => ({
  ...notification,
  id: nameBasedId(refusals, notification.id),
  event_type: "notification.refused",
  message: `The ${method} message about “${notification.title}” could not be delivered. Check your address.`,
});

/** Notifies by the page's list in `store` and by `channels`. */
export const createNotify =
  (store: NotificationStore, channels: Channels, log: Logger): Notify =>
  async (notification, method, message) => {
    await store.add([notification]);
    if (method === "in_app") return;
    const outcome = await channels[method].send(notification.user_id, message);
    log.info(`notification ${notification.id} by ${method}: ${outcome}`);
    if (outcome === "refused") await store.add([refusedNotice(notification, method)]);
  };
