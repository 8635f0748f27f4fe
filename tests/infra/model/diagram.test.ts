import { expect, test } from "vitest";
import { toDiagram } from "../../../infra/model/diagram.ts";
import { profiles } from "../../../infra/model/profiles/profiles.ts";
import { targets } from "../../../infra/model/targets.ts";

test("the diagram shows every app, topic, store and schedule, and every line between them", () => {
  expect(toDiagram(profiles.s3(targets.local)).split("\n")).toEqual([
    "flowchart LR",
    '  app_backend_service["backend-service"]',
    '  app_notification_service["notification-service"]',
    '  app_recurring_task_service["recurring-task-service"]',
    '  topic_task_events[/"task-events"/]',
    '  topic_reminders[/"reminders"/]',
    '  store_statestore[("statestore")]',
    '  schedule_reminder_cron(["reminder-cron */5 * * * *"])',
    "  app_backend_service -- publishes --> topic_task_events",
    '  topic_task_events -- "/task-events" --> app_notification_service',
    '  topic_task_events -- "/task-events" --> app_recurring_task_service',
    "  app_backend_service -- publishes --> topic_reminders",
    '  topic_reminders -- "/reminders" --> app_notification_service',
    '  app_backend_service -- "/send-notification" --> app_notification_service',
    '  app_backend_service -- "/process-completion" --> app_recurring_task_service',
    "  app_backend_service -.- store_statestore",
    "  app_notification_service -.- store_statestore",
    '  schedule_reminder_cron -- "/reminder-cron" --> app_backend_service',
  ]);
});
