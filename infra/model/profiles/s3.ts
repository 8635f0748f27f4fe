import { defineTopology } from "@todo-platform/contracts";
import { component } from "../dapr/define-component.ts";
import { secretKey } from "../dapr/secret-reference.ts";
import { kafkaTopicNames, type ExternalKafkaSpec } from "../kafka.ts";
import { kafkaPubSub } from "../kafka-pubsub.ts";
import { kubernetesSecrets } from "../kubernetes-secrets.ts";
import { definePlatform, type Platform } from "../platform.ts";
import type { TargetSpec } from "../targets.ts";
import { baseFor, databaseFor, servicesFor } from "./base.ts";

const topology = defineTopology<string>()({
  apps: {
    "backend-service": { port: 8000 },
    "notification-service": { port: 8001 },
    "recurring-task-service": { port: 8003 },
  },
  topics: {
    "task-events": {
      events: ["task.created", "task.updated", "task.deleted", "task.completed"],
      publishers: ["backend-service"],
      subscribers: {
        "notification-service": { route: "/task-events" },
        "recurring-task-service": { route: "/task-events" },
      },
    },
    reminders: {
      events: ["reminder.due"],
      publishers: ["backend-service"],
      subscribers: { "notification-service": { route: "/reminders" } },
    },
  },
  deadLetters: { app: "notification-service", route: "/dead-letters" },
  invocations: [
    { from: "backend-service", to: "notification-service", path: "/send-notification", verbs: ["POST"] },
    { from: "backend-service", to: "recurring-task-service", path: "/process-completion", verbs: ["POST"] },
  ],
  stateStores: { statestore: { apps: ["backend-service", "notification-service"] } },
  secrets: {
    "postgres-connection": { keys: ["connection-string"], apps: ["backend-service"] },
    "openai-api-key": { keys: ["api-key"], apps: ["backend-service"] },
  },
  schedules: {
    "reminder-cron": {
      schedule: "*/5 * * * *",
      app: "backend-service",
      route: "/reminder-cron",
      deduplicated: true,
    },
  },
});

/** Seed S3: Redpanda Cloud by SASL, keys of the state store without a prefix. */
export const s3Platform = (target: TargetSpec): Platform<typeof topology> => {
  const base = baseFor(target);
  const kafka: ExternalKafkaSpec = {
    kind: "external",
    provider: "redpanda-cloud",
    brokers: ["seed.redpanda.example.com:9092"],
    partitions: target.kafkaPartitions,
    topics: kafkaTopicNames(topology),
    tls: true,
    mechanism: "SCRAM-SHA-256",
    credentials: { kind: "shared", secret: "kafka-credentials" },
  };
  return definePlatform({
    ...base,
    topology,
    namespace: "default",
    components: {
      "kafka-pubsub": kafkaPubSub(kafka, base.maxMessageSize),
      statestore: component("state.postgresql/v2", {
        metadata: { actorStateStore: true, keyPrefix: "none", maxConns: 10 },
        authentication: {
          profile: "connection-string",
          connectionString: secretKey("postgres-connection", "connection-string"),
        },
      }),
      "kubernetes-secrets": kubernetesSecrets("default"),
    },
    pubsub: "kafka-pubsub",
    secretStore: "kubernetes-secrets",
    existingSecrets: ["kafka-credentials", "openai-api-key"],
    kafka,
    database: databaseFor(target, "default", [
      { database: "tododb", role: "backend-service", secret: "postgres-connection", connectionLimit: 80 },
    ]),
    configuration: "app-config",
    services: servicesFor(topology, target, {
      "backend-service": { replicas: target.backendReplicas, maxConcurrency: 10 },
    }),
  });
};
