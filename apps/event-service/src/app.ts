import { createServiceApp, requireAppToken } from "@todo-platform/service-kit";
import type { Logger } from "@todo-platform/service-kit";
import { mountRoutedEvents } from "@todo-platform/service-kit/mount-routed-events";
import type { Express } from "express";
import { eventHandlers } from "./events/event-handlers.ts";
import { summaryRoutes } from "./routes/summary-routes.ts";
import type { EventMemory } from "./stores/event-memory.ts";
import type { SummaryStore } from "./stores/summary-store.ts";

/** What the event service's routes need. */
export interface EventServiceDeps {
  readonly log: Logger;
  /** `APP_API_TOKEN`. */
  readonly appToken: string | undefined;
  readonly jwtKey: string;
  readonly summaries: SummaryStore;
  readonly memory: EventMemory;
}

/** The event service's API. */
export const createApp = ({ log, appToken, jwtKey, summaries, memory }: EventServiceDeps): Express =>
  createServiceApp({
    log,
    mount: (app) => {
      const guard = requireAppToken(appToken);
      const handlers = eventHandlers(summaries, memory);
      mountRoutedEvents({ app, appId: "event-service", handlers, guard, log });
      app.use(guard, summaryRoutes(summaries, jwtKey));
    },
  });
