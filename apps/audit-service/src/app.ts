import { todoTopology } from "@todo-platform/contracts";
import { createServiceApp, mountEvents, requireAppToken } from "@todo-platform/service-kit";
import type { Logger } from "@todo-platform/service-kit";
import type { Express } from "express";
import { deadLetterRoute } from "./events/dead-letter-route.ts";
import { eventHandlers } from "./events/event-handlers.ts";
import { auditRoutes } from "./routes/audit-routes.ts";
import { dailyCleanupRoute } from "./routes/daily-cleanup-route.ts";
import type { AuditStore } from "./stores/audit-store.ts";
import type { DeadLetterStore } from "./stores/dead-letter-store.ts";

/** What the audit service's routes need. */
export interface AuditDeps {
  readonly log: Logger;
  /** `APP_API_TOKEN`. */
  readonly appToken: string | undefined;
  readonly jwtKey: string;
  readonly audit: AuditStore;
  readonly deadLetters: DeadLetterStore;
}

/** The audit service's API. Its store recognises a redelivery by the event's id. */
export const createApp = ({ log, appToken, jwtKey, audit, deadLetters }: AuditDeps): Express =>
  createServiceApp({
    log,
    mount: (app) => {
      const guard = requireAppToken(appToken);
      const handlers = eventHandlers(audit);
      mountEvents({ app, appId: "audit-service", handlers, batch: (events) => audit.recordAll(events), guard, log });
      app.use(
        guard,
        deadLetterRoute(todoTopology.deadLetters.route, deadLetters, log),
        dailyCleanupRoute(deadLetters, log),
        auditRoutes(audit, jwtKey),
      );
    },
  });
