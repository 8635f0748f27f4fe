import { completion, todoTopology } from "@todo-platform/contracts";
import type { NextOccurrence, Task } from "@todo-platform/contracts";
import { messageOf, validate } from "@todo-platform/service-kit";
import type { Logger } from "@todo-platform/service-kit";
import { Router } from "express";
import type { TaskClient } from "../clients/task-client.ts";
import type { ContinueSeries } from "../domain/continue-series.ts";

/** How many series are continued at the same time. */
const together = 10;

/** What {@link completionRoutes} needs. */
export interface CompletionDeps {
  readonly tasks: Pick<TaskClient, "unfinishedSeries">;
  readonly continueSeries: ContinueSeries;
  readonly log: Logger;
}

const answerOf = (made: Pick<Task, "id" | "due_at"> | undefined): NextOccurrence => ({
  next: made?.due_at ? { id: made.id, due_at: made.due_at } : null,
});

/** Continues each series, one bad one not holding up the others; when all of some fail, the backend is down. */
async function continueAll(tasks: readonly Task[], { continueSeries, log }: CompletionDeps): Promise<number> {
  let made = 0;
  for (let from = 0; from < tasks.length; from += together) {
    const some = tasks.slice(from, from + together);
    const results = await Promise.allSettled(some.map(continueSeries));
    const failed = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    if (failed.length === some.length) throw failed[0];
    for (const reason of failed) log.error(`a series was not continued and is tried in an hour: ${messageOf(reason)}`);
    made += results.filter((result) => result.status === "fulfilled" && result.value).length;
  }
  return made;
}

/**
 * `POST /process-completion`: the backend tells of a completed task, so that the next one is there at once.
 * `POST /generate-recurring-tasks`: each hour, in every replica; continues what was missed.
 */
export function completionRoutes(deps: CompletionDeps): Router {
  const router = Router();
  router.post("/process-completion", async (request, response) => {
    const { task } = validate(completion, request.body);
    response.json(answerOf(await deps.continueSeries(task)));
  });
  router.post(todoTopology.schedules["recurring-task-cron"].route, async (_request, response) => {
    const unfinished = await deps.tasks.unfinishedSeries();
    const continued = await continueAll(unfinished, deps);
    deps.log.info(`${unfinished.length} series had no next task; ${continued} have one now`);
    response.json({ unfinished: unfinished.length, continued });
  });
  return router;
}
