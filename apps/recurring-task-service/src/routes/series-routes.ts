import { recurringSeries } from "@todo-platform/contracts";
import { occurrencesAfter } from "@todo-platform/recurrence";
import { Problem, requireUser, userOf } from "@todo-platform/service-kit";
import { Router } from "express";
import { z } from "zod";
import type { SeriesStore } from "../stores/series-store.ts";

/** How many occurrences an answer shows. */
const shown = 5;

const taskId = z.uuid();

/** `GET /api/recurring/:id`: when an open task of the user comes again. A task of another user is not there. */
export function seriesRoutes(series: Pick<SeriesStore, "find">, jwtKey: string): Router {
  const router = Router();
  router.get("/api/recurring/:id", requireUser(jwtKey), async (request, response) => {
    const id = taskId.safeParse(request.params["id"]).data;
    const found = id === undefined ? undefined : await series.find(id);
    if (!found || found.user_id !== userOf(response)) throw new Problem(404, "This task does not come again.");
    const { recurrence, time_zone, due_at } = found;
    const query = { rule: recurrence, start: due_at, timeZone: time_zone, after: due_at, count: shown };
    response.json(recurringSeries.parse({ task_id: id, recurrence, time_zone, next: occurrencesAfter(query) }));
  });
  return router;
}
