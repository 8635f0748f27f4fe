import { todoTopology, type TodoTopology } from "@todo-platform/contracts";
import type { DatabaseSpec } from "./database.ts";
import type { KafkaSpec } from "./kafka.ts";
import { kafkaPubSub } from "./kafka-pubsub.ts";
import { kubernetesSecrets } from "./kubernetes-secrets.ts";
import { definePlatform, type Platform } from "./platform.ts";
import { postgresState } from "./postgres-state.ts";
import { baseFor, databaseFor, kafkaFor, servicesFor } from "./profiles/base.ts";
import type { TargetSpec } from "./targets.ts";

const namespace = "todo-app";

/** The Todo platform runs its broker and its database itself. */
export type TodoPlatform = Platform<TodoTopology> & { readonly kafka: KafkaSpec; readonly database: DatabaseSpec };

/**
 * The Todo platform for a target: the default profile of names and numbers.
 *
 * @throws {PlatformError} when a change of it breaks a rule of the model.
 */
export const todoPlatform = (target: TargetSpec): TodoPlatform => {
  const base = baseFor(target);
  const kafka = kafkaFor(target, "kafka");
  return definePlatform({
    ...base,
    topology: todoTopology,
    namespace,
    components: {
      "kafka-pubsub": kafkaPubSub(kafka, base.maxMessageSize),
      statestore: postgresState("statestore-credentials", 10),
      "kubernetes-secrets": kubernetesSecrets(namespace),
    },
    pubsub: "kafka-pubsub",
    secretStore: "kubernetes-secrets",
    generatedSecrets: { "jwt-secret": { key: 48 } },
    kafka,
    database: databaseFor(target, namespace, [
      { database: "tododb", role: "todo-backend", secret: "postgres-credentials", connectionLimit: 60 },
      { database: "auditdb", role: "audit-service", secret: "audit-postgres-credentials", connectionLimit: 40 },
      { database: "statedb", role: "dapr-statestore", secret: "statestore-credentials", connectionLimit: 80 },
    ]),
    configuration: "app-config",
    services: servicesFor(todoTopology, target, {
      "todo-frontend": { maxConcurrency: 100, nodePort: target.nodePorts?.ui },
      "todo-backend": { maxConcurrency: 10, replicas: target.backendReplicas },
    }),
  });
};
