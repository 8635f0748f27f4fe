import { defineTopology } from "@todo-platform/contracts";
import { component } from "../dapr/define-component.ts";
import { secretKey } from "../dapr/secret-reference.ts";
import { kafkaPubSub } from "../kafka-pubsub.ts";
import { kubernetesSecrets } from "../kubernetes-secrets.ts";
import { definePlatform, type Platform } from "../platform.ts";
import type { TargetSpec } from "../targets.ts";
import { baseFor, databaseFor, kafkaFor, servicesFor } from "./base.ts";

const topology = defineTopology<string>()({
  apps: { "backend-service": { port: 8000 }, "audit-service": { port: 8002 } },
  topics: {
    "task-events": {
      events: ["task.created", "task.updated", "task.deleted", "task.completed"],
      publishers: ["backend-service"],
      subscribers: { "audit-service": { route: "/task-events" } },
    },
  },
  deadLetters: { app: "audit-service", route: "/dead-letters" },
  invocations: [{ from: "audit-service", to: "backend-service", path: "/api/**", verbs: ["GET"] }],
  stateStores: { statestore: { apps: ["backend-service"] } },
  secrets: { "postgres-secret": { keys: ["connection-string"], apps: ["backend-service"] } },
  bindings: { "outgoing-http": { apps: ["backend-service"], direction: "output" } },
});

/** Seed S1: the chatbot's backend with state in a PostgreSQL v1 table of its own name, encrypted by daprd. */
export const s1Platform = (target: TargetSpec): Platform<typeof topology> => {
  const base = baseFor(target);
  const kafka = kafkaFor(target, "kafka");
  const service = { memoryRequest: "256Mi", cpuRequest: "100m", cpuLimit: "500m", memoryLimit: "512Mi" } as const;
  return definePlatform({
    ...base,
    topology,
    namespace: "todo-app",
    components: {
      "kafka-pubsub": kafkaPubSub(kafka, base.maxMessageSize),
      statestore: component("state.postgresql/v1", {
        metadata: {
          tableName: "state_table",
          actorStateStore: true,
          maxConns: 10,
          primaryEncryptionKey: secretKey("state-encryption", "key"),
        },
        authentication: {
          profile: "connection-string",
          connectionString: secretKey("postgres-secret", "connection-string"),
        },
      }),
      "kubernetes-secret-store": kubernetesSecrets("todo-app"),
      "outgoing-http": component("bindings.http/v1", { metadata: { url: "https://api.example.com" } }),
    },
    pubsub: "kafka-pubsub",
    secretStore: "kubernetes-secret-store",
    existingSecrets: ["state-encryption"],
    kafka,
    database: databaseFor(target, "todo-app", [
      { database: "statedb", role: "backend-service", secret: "postgres-secret", connectionLimit: 60 },
    ]),
    configuration: "dapr-config",
    services: servicesFor(topology, target, {
      "backend-service": { replicas: target.backendReplicas, sidecarResources: service },
    }),
  });
};
