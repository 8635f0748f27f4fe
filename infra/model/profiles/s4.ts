import { defineTopology } from "@todo-platform/contracts";
import { kafkaPubSub } from "../kafka-pubsub.ts";
import { kubernetesSecrets } from "../kubernetes-secrets.ts";
import { definePlatform, type Platform } from "../platform.ts";
import { postgresState } from "../postgres-state.ts";
import type { TargetSpec } from "../targets.ts";
import { baseFor, databaseFor, kafkaFor, servicesFor } from "./base.ts";

const topology = defineTopology<string>()({
  apps: {
    "todo-frontend": { port: 3000 },
    "todo-backend": { port: 8000 },
    "notification-service": { port: 8001 },
    "audit-service": { port: 8002 },
    "recurring-task-service": { port: 8003 },
  },
  topics: {
    "task-events": {
      events: ["task.created", "task.updated", "task.deleted", "task.completed"],
      publishers: ["todo-backend"],
      subscribers: {
        "notification-service": { route: "/task-events" },
        "recurring-task-service": { route: "/task-events" },
        "audit-service": { route: "/task-events" },
      },
    },
    reminders: {
      events: ["reminder.due"],
      publishers: ["notification-service"],
      subscribers: {
        "notification-service": { route: "/reminders" },
        "audit-service": { route: "/reminders" },
      },
    },
    "audit-logs": {
      events: ["audit.recorded"],
      publishers: ["todo-backend", "notification-service", "recurring-task-service"],
      subscribers: { "audit-service": { route: "/audit-logs" } },
    },
  },
  deadLetters: { app: "audit-service", route: "/dead-letters" },
  invocations: [
    { from: "todo-frontend", to: "todo-backend", path: "/api/**", verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
    { from: "todo-backend", to: "recurring-task-service", path: "/api/recurring/*", verbs: ["GET"] },
    { from: "recurring-task-service", to: "todo-backend", path: "/api/**", verbs: ["GET", "POST"] },
    { from: "notification-service", to: "todo-backend", path: "/api/**", verbs: ["GET"] },
  ],
  stateStores: { statestore: { apps: ["todo-backend", "notification-service"] } },
  secrets: {
    "postgres-credentials": { keys: ["connection-string"], apps: ["todo-backend", "audit-service"] },
    "jwt-secret": { keys: ["key"], apps: ["todo-backend"] },
    "sendgrid-secret": { keys: ["api-key"], apps: ["notification-service"] },
  },
  schedules: {
    "reminder-checker-cron": {
      schedule: "*/1 * * * *",
      app: "notification-service",
      route: "/api/jobs/check-reminders",
    },
    "recurring-task-cron": { schedule: "0 * * * *", app: "recurring-task-service", route: "/generate-recurring-tasks" },
    "daily-cleanup-cron": { schedule: "0 2 * * *", app: "audit-service", route: "/api/jobs/daily-cleanup" },
  },
});

/** Seed S4: reminders are checked by the notification service; state and tasks share one database. */
export const s4Platform = (target: TargetSpec): Platform<typeof topology> => {
  const base = baseFor(target);
  const kafka = kafkaFor(target, "kafka");
  return definePlatform({
    ...base,
    topology,
    namespace: "todo-app",
    components: {
      "kafka-pubsub": kafkaPubSub(kafka, base.maxMessageSize),
      statestore: postgresState("postgres-credentials", 10),
      "kubernetes-secrets": kubernetesSecrets("todo-app"),
    },
    pubsub: "kafka-pubsub",
    secretStore: "kubernetes-secrets",
    generatedSecrets: { "jwt-secret": { key: 48 } },
    existingSecrets: ["sendgrid-secret"],
    kafka,
    database: databaseFor(target, "todo-app", [
      { database: "tododb", role: "todo", secret: "postgres-credentials", connectionLimit: 120 },
    ]),
    configuration: "app-config",
    services: servicesFor(topology, target, {
      "todo-frontend": { maxConcurrency: 100, nodePort: target.nodePorts?.ui },
      "todo-backend": { maxConcurrency: 10, replicas: target.backendReplicas },
    }),
  });
};
