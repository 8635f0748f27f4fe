import { createServiceApp, requireAppToken } from "@todo-platform/service-kit";
import type { EventPublisher, JobScheduler, Logger } from "@todo-platform/service-kit";
import type { Express } from "express";
import type { ReminderClient } from "./clients/reminder-client.ts";
import { createCheckReminders } from "./domain/check-reminders.ts";
import { reminderRoutes } from "./routes/reminder-routes.ts";
import type { SentReminders } from "./stores/sent-reminders.ts";

/** What the reminder service's routes need. */
export interface ReminderDeps {
  readonly log: Logger;
  /** `APP_API_TOKEN`. */
  readonly appToken: string | undefined;
  readonly jobs: JobScheduler;
  readonly reminders: ReminderClient;
  readonly sent: SentReminders;
  readonly publisher: EventPublisher;
}

/** The reminder service's API. */
export const createApp = ({ log, appToken, jobs, reminders, sent, publisher }: ReminderDeps): Express =>
  createServiceApp({
    log,
    mount: (app) => {
      const checkReminders = createCheckReminders({ reminders, sent, publisher, log });
      app.use(requireAppToken(appToken), reminderRoutes({ jobs, checkReminders }));
    },
  });
