import { todoTopology, type TodoTopology } from "@todo-platform/contracts";
import { component } from "./dapr/define-component.ts";
import type { OwnDatabaseSpec } from "./database.ts";
import type { OwnKafkaSpec } from "./kafka.ts";
import { kafkaPubSub } from "./kafka-pubsub.ts";
import { kubernetesSecrets } from "./kubernetes-secrets.ts";
import { mailBinding, pushBinding, sendgridSecret } from "./messages.ts";
import { definePlatform, type Platform } from "./platform.ts";
import { postgresState } from "./postgres-state.ts";
import { baseFor, databaseFor, kafkaFor, servicesFor } from "./profiles/base.ts";
import type { TargetSpec } from "./targets.ts";

const namespace = "todo-app";
/** Where service-kit's apps tell whether what they need to handle events is there. */
const eventHealthPath = "/health/events";

/** The Todo platform runs its broker and its database itself. */
export type TodoPlatform = Platform<TodoTopology> & {
  readonly kafka: OwnKafkaSpec;
  readonly database: OwnDatabaseSpec;
};

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
      mail: mailBinding(target.messages, namespace),
      push: pushBinding(target.messages, namespace),
      // Answers with what it is asked, needs no key, and is replaced by any other conversation component.
      assistant: component("conversation.echo/v1", { metadata: {} }),
    },
    pubsub: "kafka-pubsub",
    secretStore: "kubernetes-secrets",
    ...(target.messages.sink === undefined ? { existingSecrets: [sendgridSecret] } : {}),
    messageSink: target.messages.sink,
    generatedSecrets: { "jwt-secret": { key: 48 } },
    kafka,
    database: databaseFor(target, namespace, [
      { database: "tododb", role: "todo-backend", secret: "postgres-credentials", connectionLimit: 30 },
      { database: "auditdb", role: "audit-service", secret: "audit-postgres-credentials", connectionLimit: 20 },
      { database: "statedb", role: "dapr-statestore", secret: "statestore-credentials", connectionLimit: 120 },
    ]),
    configuration: "app-config",
    services: servicesFor(todoTopology, target, {
      "todo-frontend": { maxConcurrency: 100, nodePort: target.nodePorts?.ui },
      "todo-backend": { maxConcurrency: 10, replicas: target.backendReplicas },
      "notification-service": { eventHealthPath },
      "recurring-task-service": { eventHealthPath },
      "reminder-service": { eventHealthPath },
      "event-service": { eventHealthPath },
      "audit-service": { eventHealthPath },
    }),
  });
};
