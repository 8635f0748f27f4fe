import { defineTopology } from "@todo-platform/contracts";
import type { ExternalDatabaseSpec } from "../database.ts";
import { component } from "../dapr/define-component.ts";
import { secretKey } from "../dapr/secret-reference.ts";
import { kafkaPubSub } from "../kafka-pubsub.ts";
import { kubernetesSecrets } from "../kubernetes-secrets.ts";
import { definePlatform, type Platform } from "../platform.ts";
import type { TargetSpec } from "../targets.ts";
import { baseFor, kafkaFor, servicesFor } from "./base.ts";

const topology = defineTopology<string>()({
  apps: {
    "todo-frontend": { port: 3000 },
    "todo-backend": { port: 8000 },
    "notification-service": { port: 8001 },
    "audit-service": { port: 8002 },
    "task-service": { port: 8003 },
    "reminder-service": { port: 8004 },
    "event-service": { port: 8005 },
  },
  topics: {
    "task-events": {
      events: ["task.created", "task.updated", "task.deleted", "task.completed"],
      publishers: ["todo-backend"],
      subscribers: {
        "todo-backend": { route: "/process-task" },
        "notification-service": { route: "/task-events" },
        "task-service": { route: "/task-events" },
        "audit-service": { route: "/task-events" },
      },
      ttlSeconds: 3600,
    },
    "reminder-events": {
      events: ["reminder.due"],
      publishers: ["reminder-service"],
      subscribers: {
        "notification-service": { route: "/reminders" },
        "audit-service": { route: "/reminder-events" },
      },
      ttlSeconds: 3600,
    },
    "task-update-events": {
      events: ["task.property-changed"],
      publishers: ["todo-backend"],
      subscribers: {
        "event-service": { route: "/task-update-events" },
        "audit-service": { route: "/task-update-events" },
      },
      ttlSeconds: 3600,
    },
    "recurring-events": {
      events: ["task.instance-generated"],
      publishers: ["task-service"],
      subscribers: {
        "todo-backend": { route: "/recurring-events" },
        "audit-service": { route: "/recurring-events" },
      },
      ttlSeconds: 3600,
    },
    "notification-events": {
      events: ["notification.sent"],
      publishers: ["notification-service"],
      subscribers: {
        "todo-frontend": { route: "/notification-events" },
        "audit-service": { route: "/notification-events" },
      },
      ttlSeconds: 3600,
    },
  },
  deadLetters: { app: "audit-service", route: "/dead-letters" },
  invocations: [
    { from: "todo-frontend", to: "todo-backend", path: "/api/**", verbs: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
    { from: "todo-backend", to: "reminder-service", path: "/schedule-reminder", verbs: ["POST"] },
    { from: "reminder-service", to: "todo-backend", path: "/internal/reminders", verbs: ["GET"] },
  ],
  stateStores: { "task-statestore": { apps: ["todo-backend", "notification-service", "reminder-service"] } },
  secrets: { "database-url": { keys: ["database-url"], apps: ["todo-backend", "audit-service"] } },
  schedules: {
    "reminder-cron": { schedule: "*/5 * * * *", app: "reminder-service", route: "/check-and-send-reminders" },
    "recurring-task-cron": { schedule: "0 1 * * *", app: "task-service", route: "/generate-recurring-tasks" },
  },
});

/**
 * The database at Neon. Sidecars go through its pooler; apps change their schema and set timeouts for each session, so
 * their Secret `database-url` has the direct address. Source: neon.com/docs/connect/connection-pooling (limits by
 * compute size, and that SET, session locks, LISTEN and SQL-level PREPARE do not survive a transaction).
 */
const neon: ExternalDatabaseSpec = {
  kind: "external",
  pooling: "transaction",
  // A compute of 0.25 CU has 104, of which Neon keeps 7 for itself: 97 are left, and 3 more are counted as reserved.
  maxConnections: 100,
  owners: [
    { database: "neondb", role: "dapr-state", secret: "neon-credentials", connectionLimit: 56 },
    { database: "todo", role: "todo-backend", secret: "database-url", connectionLimit: 36 },
  ],
};

/** Seed S0: five topics, the database at Neon, state in PostgreSQL v1. */
export const s0Platform = (target: TargetSpec): Platform<typeof topology> => {
  const base = baseFor(target);
  const kafka = kafkaFor(target, "kafka");
  return definePlatform({
    ...base,
    topology,
    namespace: "todo-app",
    components: {
      "task-pubsub": kafkaPubSub(kafka, base.maxMessageSize),
      "task-statestore": component("state.postgresql/v1", {
        // Neon's pooled address is PgBouncer in transaction mode, which keeps no prepared statement.
        metadata: { tableName: "dapr_state", actorStateStore: true, maxConns: 10, queryExecMode: "exec" },
        authentication: {
          profile: "connection-string",
          connectionString: secretKey("neon-credentials", "connection-string"),
        },
      }),
      "task-secretstore": kubernetesSecrets("todo-app"),
    },
    pubsub: "task-pubsub",
    secretStore: "task-secretstore",
    existingSecrets: ["neon-credentials", "database-url"],
    kafka,
    database: neon,
    configuration: "app-config",
    services: servicesFor(topology, target, {
      "todo-frontend": { maxConcurrency: 100, nodePort: target.nodePorts?.ui },
      "todo-backend": { maxConcurrency: 10, replicas: target.backendReplicas },
    }),
  });
};
