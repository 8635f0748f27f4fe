import { todoTopology } from "@todo-platform/contracts";
import {
  createEventPublisher,
  createInvoker,
  createJobScheduler,
  createStateStore,
  runService,
  stateCheck,
} from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { createApp } from "./app.ts";
import { createReminderClient } from "./clients/reminder-client.ts";
import { createSentReminders } from "./stores/sent-reminders.ts";

function start({ config, log, dapr }: Startup): Promise<RunningService> {
  const jobs = createJobScheduler(dapr);
  const reminders = createReminderClient(createInvoker(dapr));
  const state = createStateStore(dapr, config.STATE_STORE);
  const sent = createSentReminders(state);
  const publisher = createEventPublisher(dapr, config.PUBSUB_NAME);
  const app = createApp({ log, appToken: config.APP_API_TOKEN, jobs, reminders, sent, publisher });
  return Promise.resolve({ app, eventChecks: { state: stateCheck(state) } });
}

runService({ appId: "reminder-service", port: todoTopology.apps["reminder-service"].port, start });
