import { requireUser, userOf } from "@todo-platform/service-kit";
import { Router } from "express";
import type { SummaryStore } from "../stores/summary-store.ts";

/** `GET /api/events/summary`: how many events of each kind have come for the user. */
export function summaryRoutes(summaries: Pick<SummaryStore, "read">, jwtKey: string): Router {
  const router = Router();
  router.get("/api/events/summary", requireUser(jwtKey), async (_request, response) => {
    response.json(await summaries.read(userOf(response)));
  });
  return router;
}
