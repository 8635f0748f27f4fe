import type { ServiceStatus } from "@todo-platform/contracts";
import { Router } from "express";

/** `GET /status`: what works less well at the moment. */
export function statusRoutes(status: () => Promise<ServiceStatus>): Router {
  const router = Router();
  router.get("/status", async (_request, response) => {
    response.json(await status());
  });
  return router;
}
