import { bodyLimit, createServiceApp, mountEvents, requireAppToken } from "@todo-platform/service-kit";
import type { Deduplicator, Logger } from "@todo-platform/service-kit";
import express from "express";
import type { Express } from "express";
import type { Channels } from "./channels/channel.ts";
import { createNotify } from "./domain/create-notify.ts";
import { eventHandlers, notifyOfAll } from "./events/event-handlers.ts";
import { notificationRoutes } from "./routes/notification-routes.ts";
import type { NotificationStore } from "./stores/notification-store.ts";

/** What the notification service's routes need. */
export interface NotificationDeps {
  readonly log: Logger;
  /** `APP_API_TOKEN`. */
  readonly appToken: string | undefined;
  readonly jwtKey: string;
  readonly notifications: NotificationStore;
  readonly channels: Channels;
  readonly deduplicator: Deduplicator;
}

/** The notification service's API. */
export const createApp = ({
  log,
  appToken,
  jwtKey,
  notifications,
  channels,
  deduplicator,
}: NotificationDeps): Express =>
  createServiceApp({
    log,
    mount: (app) => {
      const guard = requireAppToken(appToken);
      const notify = createNotify(notifications, channels, log);
      const handlers = eventHandlers(notifications, notify);
      const batches = { "task-events": notifyOfAll(notifications) };
      mountEvents({ app, appId: "notification-service", handlers, batches, guard, log, deduplicator });
      app.use(guard, express.json({ limit: bodyLimit }), notificationRoutes(notifications, notify, jwtKey));
    },
  });
