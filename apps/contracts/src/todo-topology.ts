import type { EventOf, EventType } from "./events.ts";
import { defineTopology } from "./topology.ts";

const allVerbs = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** The Todo platform: who publishes, subscribes, invokes, keeps state and reads secrets. */
export const todoTopology = defineTopology<EventType>()({
  apps: {
    "todo-frontend": { port: 3000 },
    "todo-backend": { port: 8000 },
    "notification-service": { port: 8001 },
    "audit-service": { port: 8002 },
    "recurring-task-service": { port: 8003 },
    "reminder-service": { port: 8004, jobs: true },
    "event-service": { port: 8005 },
    "mcp-tools": { port: 8006 },
  },
  topics: {
    "task-events": {
      events: ["task.created", "task.updated", "task.deleted", "task.completed"],
      publishers: ["todo-backend"],
      subscribers: {
        "notification-service": { route: "/task-events", bulk: { maxMessages: 100, maxAwaitMs: 50 } },
        "audit-service": { route: "/task-events", bulk: { maxMessages: 100, maxAwaitMs: 20 } },
        "recurring-task-service": { route: "/task-events" },
        "event-service": {
          // Takes what no rule does: the proof of the path, and events of an unknown type.
          route: "/events",
          routes: {
            "task.created": "/events/task-created",
            "task.updated": "/events/task-updated",
            "task.deleted": "/events/task-deleted",
            "task.completed": "/events/task-completed",
          },
        },
      },
    },
    reminders: {
      events: ["reminder.due"],
      publishers: ["reminder-service"],
      subscribers: {
        "notification-service": { route: "/reminders" },
        "audit-service": { route: "/reminders" },
      },
      // A reminder that comes a day late helps nobody.
      ttlSeconds: 86_400,
    },
    "audit-logs": {
      events: ["audit.recorded"],
      publishers: [
        "todo-backend",
        "notification-service",
        "audit-service",
        "recurring-task-service",
        "event-service",
        "mcp-tools",
      ],
      subscribers: { "audit-service": { route: "/audit-logs" } },
    },
  },
  deadLetters: { app: "audit-service", route: "/dead-letters" },
  invocations: [
    { from: "todo-frontend", to: "todo-backend", path: "/api/**", verbs: allVerbs },
    { from: "todo-frontend", to: "notification-service", path: "/api/notifications", verbs: ["GET"] },
    { from: "todo-frontend", to: "audit-service", path: "/api/audit", verbs: ["GET"] },
    { from: "todo-frontend", to: "event-service", path: "/api/events/summary", verbs: ["GET"] },
    { from: "todo-frontend", to: "mcp-tools", path: "/mcp", verbs: ["POST"] },
    { from: "todo-backend", to: "notification-service", path: "/send-notification", verbs: ["POST"] },
    { from: "todo-backend", to: "recurring-task-service", path: "/process-completion", verbs: ["POST"] },
    { from: "todo-backend", to: "recurring-task-service", path: "/api/recurring/*", verbs: ["GET"] },
    { from: "todo-backend", to: "reminder-service", path: "/schedule-reminder", verbs: ["POST"] },
    { from: "todo-backend", to: "mcp-tools", path: "/mcp", verbs: ["POST"] },
    { from: "recurring-task-service", to: "todo-backend", path: "/internal/occurrences", verbs: ["POST"] },
    { from: "recurring-task-service", to: "todo-backend", path: "/internal/unfinished-series", verbs: ["GET"] },
    { from: "reminder-service", to: "todo-backend", path: "/internal/due-reminders", verbs: ["GET"] },
    { from: "notification-service", to: "todo-backend", path: "/internal/contacts/*", verbs: ["GET"] },
    { from: "mcp-tools", to: "todo-backend", path: "/api/tasks/**", verbs: ["GET", "POST", "PATCH", "DELETE"] },
  ],
  stateStores: {
    statestore: {
      apps: ["todo-backend", "notification-service", "recurring-task-service", "reminder-service", "event-service"],
    },
  },
  secrets: {
    "postgres-credentials": { keys: ["connection-string"], apps: ["todo-backend"] },
    "audit-postgres-credentials": { keys: ["connection-string"], apps: ["audit-service"] },
    "jwt-secret": {
      keys: ["key"],
      apps: [
        "todo-backend",
        "notification-service",
        "audit-service",
        "recurring-task-service",
        "event-service",
        "mcp-tools",
      ],
    },
    "demo-user": { keys: ["username", "password"], apps: ["todo-backend"] },
  },
  schedules: {
    "reminder-cron": {
      schedule: "@every 1m",
      app: "reminder-service",
      route: "/check-and-send-reminders",
      deduplicated: true,
    },
    "recurring-task-cron": {
      schedule: "@hourly",
      app: "recurring-task-service",
      route: "/generate-recurring-tasks",
      deduplicated: true,
    },
    "daily-cleanup-cron": {
      schedule: "0 2 * * *",
      app: "audit-service",
      route: "/api/jobs/daily-cleanup",
      deduplicated: true,
    },
  },
  bindings: {
    mail: { apps: ["notification-service"], direction: "output" },
    push: { apps: ["notification-service"], direction: "output" },
  },
  buildingBlocks: {
    assistant: { apps: ["todo-backend"] },
  },
});

export type TodoTopology = typeof todoTopology;
/** App id of the Todo platform. */
export type AppId = keyof TodoTopology["apps"];
/** Topic of the Todo platform. */
export type TopicName = keyof TodoTopology["topics"];

/** Topics that `App` receives. */
export type SubscribedTopic<App extends AppId> = {
  [T in TopicName]: App extends keyof TodoTopology["topics"][T]["subscribers"] ? T : never;
}[TopicName];

/** Event types that `App` receives on `Topic`. */
export type EventsOn<Topic extends TopicName> = TodoTopology["topics"][Topic]["events"][number];

/** One handler for each event type of each topic that `App` receives: a missing one does not compile. */
export type EventHandlers<App extends AppId> = {
  [T in SubscribedTopic<App>]: { [E in EventsOn<T>]: (event: EventOf<E>) => Promise<void> };
};

/** Output binding of the Todo platform. */
export type BindingName = keyof TodoTopology["bindings"];
