import { todoTopology } from "@todo-platform/contracts";
import type { Logger } from "@todo-platform/service-kit";
import { Router } from "express";
import type { AuditStore } from "../stores/audit-store.ts";
import type { DeadLetterStore } from "../stores/dead-letter-store.ts";

/** Days for which a dead letter can be looked at. */
export const deadLetterDays = 30;

/**
 * What the sidecar calls each night, in every replica. It deletes old dead letters; the audit trail keeps everything,
 * since its table refuses deletion to this app too, and is checked from its first entry to its last.
 */
export function dailyCleanupRoute(
  store: Pick<DeadLetterStore, "forget">,
  audit: Pick<AuditStore, "firstBroken">,
  log: Logger,
): Router {
  const router = Router();
  router.post(todoTopology.schedules["daily-cleanup-cron"].route, async (_request, response) => {
    const deleted = await store.forget(deadLetterDays);
    log.info(`daily cleanup: ${deleted} dead letters older than ${deadLetterDays} days deleted`);
    const broken = await audit.firstBroken();
    if (broken !== undefined)
      log.error(`the audit trail was changed: entry ${broken} does not follow from those before`);
    response.json({ dead_letters: deleted, audit_trail: broken === undefined ? "whole" : "broken" });
  });
  return router;
}
