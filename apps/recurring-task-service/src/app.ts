import { bodyLimit, createServiceApp, mountEvents, requireAppToken } from "@todo-platform/service-kit";
import type { Logger } from "@todo-platform/service-kit";
import express from "express";
import type { Express } from "express";
import type { TaskClient } from "./clients/task-client.ts";
import { createContinueSeries } from "./domain/continue-series.ts";
import { eventHandlers } from "./events/event-handlers.ts";
import { completionRoutes } from "./routes/completion-routes.ts";
import { seriesRoutes } from "./routes/series-routes.ts";
import type { SeriesStore } from "./stores/series-store.ts";

/** What the routes of the recurring-task service need. */
export interface RecurringTaskDeps {
  readonly log: Logger;
  /** `APP_API_TOKEN`. */
  readonly appToken: string | undefined;
  readonly jwtKey: string;
  readonly series: SeriesStore;
  readonly tasks: TaskClient;
}

/** The recurring-task service's API. It needs no memory of events: what it does with one changes nothing the second time. */
export const createApp = ({ log, appToken, jwtKey, series, tasks }: RecurringTaskDeps): Express =>
  createServiceApp({
    log,
    mount: (app) => {
      const guard = requireAppToken(appToken);
      const continueSeries = createContinueSeries(tasks, log);
      const handlers = eventHandlers(series, continueSeries);
      mountEvents({ app, appId: "recurring-task-service", handlers, guard, log });
      app.use(
        guard,
        express.json({ limit: bodyLimit }),
        completionRoutes({ tasks, continueSeries, log }),
        seriesRoutes(series, jwtKey),
      );
    },
  });
