import { reminder, todoTopology } from "@todo-platform/contracts";
import { bodyLimit, Problem, validate } from "@todo-platform/service-kit";
import type { JobScheduler } from "@todo-platform/service-kit";
import express, { Router } from "express";
import type { RequestHandler } from "express";
import type { CheckResult } from "../domain/check-reminders.ts";

/** What {@link reminderRoutes} needs. */
export interface ReminderRoutesDeps {
  readonly jobs: Pick<JobScheduler, "schedule">;
  readonly checkReminders: () => Promise<CheckResult>;
}

const jobPrefix = "reminder-";

/**
 * `POST /schedule-reminder`: the backend tells of a new or changed reminder, whose job then comes at its moment.
 * `POST /check-and-send-reminders`: each minute, in every replica; needs no job to have been scheduled.
 * `POST /job/reminder-<task id>`: the job; what is due is what the backend says then, not what the job was made for.
 */
export function reminderRoutes({ jobs, checkReminders }: ReminderRoutesDeps): Router {
  const router = Router();
  const check: RequestHandler = async (_request, response) => {
    const result = await checkReminders();
    response.status(result.failed > 0 ? 500 : 200).json(result);
  };
  router.post("/schedule-reminder", express.json({ limit: bodyLimit }), async (request, response) => {
    const { task_id, remind_at } = validate(reminder, request.body);
    await jobs.schedule(jobPrefix + task_id, { dueTime: remind_at });
    response.status(202).json({ job: jobPrefix + task_id });
  });
  router.post(todoTopology.schedules["reminder-cron"].route, check);
  router.post("/job/:name", (request, response, next) => {
    if (!request.params.name.startsWith(jobPrefix)) throw new Problem(404, "There is no such job.");
    return check(request, response, next);
  });
  return router;
}
