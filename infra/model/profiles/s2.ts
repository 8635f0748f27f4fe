import { defineTopology } from "@todo-platform/contracts";
import { kafkaPubSub } from "../kafka-pubsub.ts";
import { kubernetesSecrets } from "../kubernetes-secrets.ts";
import { definePlatform, type Platform } from "../platform.ts";
import { redisState } from "../redis.ts";
import type { TargetSpec } from "../targets.ts";
import { baseFor, databaseFor, kafkaFor, redisFor, servicesFor } from "./base.ts";

const topology = defineTopology<string>()({
  apps: { "todo-backend": { port: 8000 }, "event-service": { port: 8005 } },
  topics: {
    "todo.tasks.created": {
      events: ["task.created"],
      publishers: ["todo-backend"],
      subscribers: { "event-service": { route: "/events/task-created" } },
    },
    "todo.tasks.updated": {
      events: ["task.updated"],
      publishers: ["todo-backend"],
      subscribers: { "event-service": { route: "/events/task-updated" } },
    },
    "todo.tasks.deleted": {
      events: ["task.deleted"],
      publishers: ["todo-backend"],
      subscribers: { "event-service": { route: "/events/task-deleted" } },
    },
    "todo.tasks.completed": {
      events: ["task.completed"],
      publishers: ["todo-backend"],
      subscribers: { "event-service": { route: "/events/task-completed" } },
    },
  },
  deadLetters: { app: "event-service", route: "/dead-letters" },
  invocations: [{ from: "event-service", to: "todo-backend", path: "/api/**", verbs: ["GET"] }],
  stateStores: { statestore: { apps: ["todo-backend", "event-service"] } },
  secrets: { "postgres-credentials": { keys: ["connection-string"], apps: ["todo-backend"] } },
});

const sidecarResources = {
  cpuRequest: "100m",
  memoryRequest: "128Mi",
  cpuLimit: "200m",
  memoryLimit: "256Mi",
} as const;

/** Seed S2: a topic for each kind of event, state in Redis, small sidecars. */
export const s2Platform = (target: TargetSpec): Platform<typeof topology> => {
  const base = baseFor(target);
  const kafka = kafkaFor(target, "kafka");
  const namespace = "todo-app-prod";
  const redis = redisFor(target, namespace, "redis-secret");
  return definePlatform({
    ...base,
    topology,
    namespace,
    components: {
      "kafka-pubsub": kafkaPubSub(kafka, base.maxMessageSize, "200ms"),
      statestore: redisState(redis),
      "kubernetes-secrets": kubernetesSecrets(namespace),
    },
    pubsub: "kafka-pubsub",
    secretStore: "kubernetes-secrets",
    redis,
    ...(redis.kind === "external" ? { existingSecrets: [redis.secret] } : {}),
    kafka,
    database: databaseFor(target, namespace, [
      { database: "tododb", role: "todo-backend", secret: "postgres-credentials", connectionLimit: 60 },
    ]),
    configuration: "tracing-config",
    services: servicesFor(topology, target, {
      "todo-backend": { replicas: target.backendReplicas, sidecarResources },
      "event-service": { sidecarResources },
    }),
  });
};
