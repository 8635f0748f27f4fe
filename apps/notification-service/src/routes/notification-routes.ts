import { randomUUID } from "node:crypto";
import { sendNotification } from "@todo-platform/contracts";
import { currentContext, requireUser, userOf, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import { z } from "zod";
import type { NotificationStore } from "../stores/notification-store.ts";

const query = z.object({ since: z.iso.datetime({ offset: true }).optional() });

/** `GET /api/notifications?since=`: the user's own; `POST /send-notification`: from another app. */
export function notificationRoutes(store: NotificationStore, jwtKey: string): Router {
  const router = Router();
  router.get("/api/notifications", requireUser(jwtKey), async (request, response) => {
    const { since } = validate(query, request.query);
    response.json({ notifications: await store.list(userOf(response), since) });
  });
  router.post("/send-notification", async (request, response) => {
    const { user_id, message } = validate(sendNotification, request.body);
    const id = randomUUID();
    const correlation_id = currentContext()?.correlationId ?? id;
    const created_at = new Date().toISOString();
    const event_type = "notification.sent";
    await store.add([{ id, user_id, event_type, task_id: "", title: "", message, correlation_id, created_at }]);
    response.status(202).json({ id });
  });
  return router;
}
