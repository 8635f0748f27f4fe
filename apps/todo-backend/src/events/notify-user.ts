import { messageOf } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";

/** Tells a user something, without waiting: what a user is told is never worth failing a request for. */
export type NotifyUser = (user: string, message: string) => void;

/** Notifies by calling the notification service. */
export const createNotifyUser =
  (invoker: Invoker, log: Logger): NotifyUser =>
  (user, message) => {
    const body = JSON.stringify({ user_id: user, message });
    const options = { headers: { "content-type": "application/json" }, body };
    invoker.invoke("notification-service", "/send-notification", "POST", options).catch((error: unknown) => {
      log.warn(`a notification could not be sent: ${messageOf(error)}`);
    });
  };
