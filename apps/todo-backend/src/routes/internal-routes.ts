import { contact, dueReminders, dueRemindersQuery, newOccurrence, unfinishedSeries } from "@todo-platform/contracts";
import { Problem, validate } from "@todo-platform/service-kit";
import { Router } from "express";
import { withNormalMoments } from "../domain/with-normal-moments.ts";
import type { FollowUps } from "../events/follow-ups.ts";
import type { AccountStore } from "../stores/account-store.ts";
import type { SeriesStore } from "../stores/series-store.ts";

/** What {@link internalRoutes} needs. */
export interface InternalDeps {
  readonly series: SeriesStore;
  readonly accounts: Pick<AccountStore, "find">;
  readonly followUps: FollowUps;
}

/** `/internal`: what other apps ask, on behalf of no user. Dapr's access control lets each in where the topology says. */
export function internalRoutes({ series, accounts, followUps }: InternalDeps): Router {
  const router = Router();
  router.get("/due-reminders", async (request, response) => {
    const window = withNormalMoments(validate(dueRemindersQuery, request.query));
    response.json(dueReminders.parse({ reminders: await series.dueReminders(window) }));
  });
  router.get("/unfinished-series", async (_request, response) => {
    response.json(unfinishedSeries.parse({ tasks: await series.unfinished() }));
  });
  router.post("/occurrences", async (request, response) => {
    const made = await series.createOccurrence(withNormalMoments(validate(newOccurrence, request.body)));
    if (!made) throw new Problem(404, "There is no completed recurring task to continue, or it was continued before.");
    if (made.created) followUps.changed(undefined, made.task);
    response.status(made.created ? 201 : 200).json(made.task);
  });
  router.get("/contacts/:user", async (request, response) => {
    const account = await accounts.find(request.params.user);
    if (!account) throw new Problem(404, "There is no such account.");
    response.json(contact.parse({ user_id: account.username, email: account.email }));
  });
  return router;
}
