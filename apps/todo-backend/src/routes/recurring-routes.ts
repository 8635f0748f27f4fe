import { DaprError, Problem, userOf } from "@todo-platform/service-kit";
import type { Invoker } from "@todo-platform/service-kit";
import { Router } from "express";
import type { TaskStore } from "../stores/task-store.ts";
import { foundTask, taskIdOf } from "./task-of.ts";

/** What is waited for is a sidecar or an app that another one answers for: a gateway's error. */
const unavailable = (error: unknown): never => {
  if (!(error instanceof DaprError)) throw error;
  throw new Problem(502, "The service that knows recurring tasks does not answer.");
};

/** `GET /recurring/:id`: when a recurring task of the user comes again, as recurring-task-service knows it. */
export function recurringRoutes(tasks: Pick<TaskStore, "find">, invoker: Invoker): Router {
  const router = Router();
  router.get("/recurring/:id", async (request, response) => {
    const { id } = foundTask(await tasks.find(userOf(response), taskIdOf(request)));
    const headers = { authorization: request.header("authorization") ?? "" };
    const options = { headers, expect: (status: number) => status === 404 };
    const answer = await invoker
      .invoke("recurring-task-service", `/api/recurring/${id}`, "GET", options)
      .catch(unavailable);
    if (answer.status === 404) throw new Problem(404, "This task does not come again.");
    response.json(await answer.json());
  });
  return router;
}
