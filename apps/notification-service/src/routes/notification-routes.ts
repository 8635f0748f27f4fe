import { randomUUID } from "node:crypto";
import { sendNotification } from "@todo-platform/contracts";
import type { SendNotification } from "@todo-platform/contracts";
import { currentContext, nameBasedId, requireUser, userOf, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import { z } from "zod";
import type { Notify } from "../domain/create-notify.ts";
import { createMessage } from "../domain/message.ts";
import type { NotificationStore } from "../stores/notification-store.ts";

const query = z.object({ since: z.iso.datetime({ offset: true }).optional() });

/** Namespace of the ids of notifications that apps send. */
const sentByApps = "8f6c3a57-7f43-4b5f-9a52-0f2c77f6b9d4";

/** The same for the same words within what one request of a user caused: whoever repeats a call sends no second one. */
const idOf = (correlationId: string, sent: SendNotification): string =>
  nameBasedId(sentByApps, JSON.stringify([correlationId, sent.user_id, sent.method, sent.title, sent.message]));

/** `GET /api/notifications?since=`: the user's own; `POST /send-notification`: from another app. */
export function notificationRoutes(store: NotificationStore, notify: Notify, jwtKey: string): Router {
  const router = Router();
  router.get("/api/notifications", requireUser(jwtKey), async (request, response) => {
    const { since } = validate(query, request.query);
    response.json({ notifications: await store.list(userOf(response), since) });
  });
  router.post("/send-notification", async (request, response) => {
    const sent = validate(sendNotification, request.body);
    const { user_id, title, message, method } = sent;
    const correlation_id = currentContext()?.correlationId ?? randomUUID();
    const id = idOf(correlation_id, sent);
    const created_at = new Date().toISOString();
    const event_type = "notification.sent";
    const notification = { id, user_id, event_type, task_id: "", title, message, correlation_id, created_at };
    await notify(notification, method, createMessage(id, title || message, [message]));
    response.status(202).json({ id });
  });
  return router;
}
