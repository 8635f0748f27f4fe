import { todoTopology } from "@todo-platform/contracts";
import type { EventOf, TaskEventType } from "@todo-platform/contracts";
import { createServiceApp, mountEvents, requireAppToken } from "@todo-platform/service-kit";
import type { Logger } from "@todo-platform/service-kit";
import type { Express } from "express";
import { deadLetterRoute } from "./events/dead-letter-route.ts";
import { eventHandlers } from "./events/event-handlers.ts";
import type { Replay } from "./events/replay-dead-letter.ts";
import { auditRoutes } from "./routes/audit-routes.ts";
import { dailyCleanupRoute } from "./routes/daily-cleanup-route.ts";
import { replayRoutes } from "./routes/replay-routes.ts";
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
  readonly replay: Replay;
}

/** The audit service's API. Its store recognises a redelivery by the event's id. */
export const createApp = ({ log, appToken, jwtKey, audit, deadLetters, replay }: AuditDeps): Express =>
  createServiceApp({
    log,
    mount: (app) => {
      const guard = requireAppToken(appToken);
      const handlers = eventHandlers(audit);
      const batches = { "task-events": (events: readonly EventOf<TaskEventType>[]) => audit.recordAll(events) };
      mountEvents({ app, appId: "audit-service", handlers, batches, guard, log });
      app.use(
        guard,
        deadLetterRoute(todoTopology.deadLetters.route, deadLetters, log),
        replayRoutes({ deadLetters, audit, replay }),
        dailyCleanupRoute(deadLetters, audit, log),
        auditRoutes(audit, jwtKey),
      );
    },
  });
