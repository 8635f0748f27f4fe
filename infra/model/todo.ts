import { todoTopology, type TodoTopology } from "@todo-platform/contracts";
import { chosenServers, stateDatabaseSecret } from "./chosen-servers.ts";
import { component } from "./dapr/define-component.ts";
import type { DatabaseOwner, DatabaseSpec } from "./database.ts";
import type { OwnKafkaSpec } from "./kafka.ts";
import { mailBinding, pushBinding, sendgridSecret } from "./messages.ts";
import { definePlatform, type Platform } from "./platform.ts";
import { defaultChoice, type PlatformChoice } from "./platform-choice.ts";
import { baseFor, databaseFor, servicesFor } from "./profiles/base.ts";
import type { TargetSpec } from "./targets.ts";

const namespace = "todo-app";
/** Where service-kit's apps tell whether what they need to handle events is there. */
const eventHealthPath = "/health/events";

/** The Todo platform runs its broker itself and has a database. */
export type TodoPlatform = Platform<TodoTopology> & {
  readonly kafka: OwnKafkaSpec;
  readonly database: DatabaseSpec;
};

const ownersFor = ({ stateStore }: PlatformChoice): DatabaseOwner[] => [
  { database: "tododb", role: "todo-backend", secret: "postgres-credentials", connectionLimit: 30 },
  { database: "auditdb", role: "audit-service", secret: "audit-postgres-credentials", connectionLimit: 20 },
  ...(stateStore === "postgresql"
    ? [{ database: "statedb", role: "dapr-statestore", secret: stateDatabaseSecret, connectionLimit: 120 }]
    : []),
];

const define = (target: TargetSpec, choice: PlatformChoice) => {
  const base = baseFor(target);
  const { components, existingSecrets, ...servers } = chosenServers({
    target,
    choice,
    namespace,
    maxMessageSize: base.maxMessageSize,
    topology: todoTopology,
  });
  const elsewhere = [...(target.messages.sink === undefined ? [sendgridSecret] : []), ...existingSecrets];
  return definePlatform({
    ...base,
    topology: todoTopology,
    namespace,
    components: {
      ...components,
      mail: mailBinding(target.messages, namespace),
      push: pushBinding(target.messages, namespace),
      // Answers with what it is asked, needs no key, and is replaced by any other conversation component.
      assistant: component("conversation.echo/v1", { metadata: {} }),
    },
    ...(elsewhere.length === 0 ? {} : { existingSecrets: elsewhere }),
    messageSink: target.messages.sink,
    generatedSecrets: { "jwt-secret": { key: 48 } },
    ...servers,
    database: databaseFor(
      { ...target, database: choice.database ?? target.database },
      namespace,
      ownersFor(choice),
      choice.cloud,
    ),
    configuration: "app-config",
    services: servicesFor(todoTopology, target, {
      "todo-frontend": { maxConcurrency: 100, nodePort: target.nodePorts?.ui },
      "todo-backend": { maxConcurrency: 10, replicas: choice.backendReplicas ?? target.backendReplicas },
      "notification-service": { eventHealthPath },
      "recurring-task-service": { eventHealthPath },
      "reminder-service": { eventHealthPath },
      "event-service": { eventHealthPath },
      "audit-service": { eventHealthPath },
    }),
  });
};

/**
 * The Todo platform for a target: the default profile of names and numbers.
 *
 * @param choice Which server stands behind each building block; Kafka, PostgreSQL and Kubernetes when absent.
 * @throws {PlatformError} when a change of it breaks a rule of the model, or its choice does not work.
 */
export function todoPlatform(target: TargetSpec): TodoPlatform;
export function todoPlatform(target: TargetSpec, choice: PlatformChoice): Platform<TodoTopology>;
export function todoPlatform(target: TargetSpec, choice = defaultChoice): Platform<TodoTopology> {
  return define(target, choice);
}
