import { z } from "zod";
import { notificationMethod } from "./task.ts";

/** An in-app notification as the query API returns it. */
export const notification = z.object({
  id: z.string(),
  user_id: z.string(),
  event_type: z.string(),
  task_id: z.string(),
  title: z.string(),
  message: z.string(),
  correlation_id: z.string(),
  created_at: z.string(),
});
export type Notification = z.infer<typeof notification>;

/** Body of `/send-notification`. */
export const sendNotification = z.strictObject({
  user_id: z.string().min(1),
  message: z.string().min(1).max(1000),
  title: z.string().max(200).default(""),
  method: notificationMethod.default("in_app"),
});
export type SendNotification = z.infer<typeof sendNotification>;
