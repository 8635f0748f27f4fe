import { requireUser, userOf, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import { z } from "zod";
import type { AuditStore } from "../stores/audit-store.ts";

const query = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  task_id: z.string().max(200).optional(),
  correlation_id: z.string().max(200).optional(),
});

/** `GET /api/audit?limit&task_id&correlation_id`: what the user did, the newest first. */
export function auditRoutes(audit: Pick<AuditStore, "list">, jwtKey: string): Router {
  const router = Router();
  router.get("/api/audit", requireUser(jwtKey), async (request, response) => {
    const { limit, task_id: taskId, correlation_id: correlationId } = validate(query, request.query);
    response.json({ entries: await audit.list({ user: userOf(response), limit, taskId, correlationId }) });
  });
  return router;
}
