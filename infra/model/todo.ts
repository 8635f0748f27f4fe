import { todoTopology, type TodoTopology } from "@todo-platform/contracts";
import { defaultResiliency } from "./resiliency.ts";
import type { DatabaseSpec } from "./database.ts";
import type { KafkaSpec } from "./kafka.ts";
import { kafkaPubSub } from "./kafka-pubsub.ts";
import { kubernetesSecrets } from "./kubernetes-secrets.ts";
import { postgresState } from "./postgres-state.ts";
import { definePlatform, type Platform } from "./platform.ts";
import { defaultService, type ServiceSpec } from "./service.ts";
import type { TargetSpec } from "./targets.ts";

const namespace = "todo-app";
const maxMessageSize = "1Mi";

const toKafka = (target: TargetSpec): KafkaSpec => ({
  cluster: "todo-kafka",
  namespace: "kafka",
  partitions: target.kafkaPartitions,
  replicationFactor: target.kafkaReplicationFactor,
  retention: "168h",
  heap: "256Mi",
  storage: target.storage,
});

const toServices = (target: TargetSpec): Record<keyof TodoTopology["apps"], ServiceSpec> => {
  const service = {
    ...defaultService,
    resources: { ...defaultService.resources, cpuRequest: target.appCpuRequest },
    readiness: { delay: target.readinessDelay, period: target.readinessPeriod },
  };
  return {
    "todo-frontend": { ...service, maxConcurrency: 100, nodePort: target.nodePorts?.ui },
    "todo-backend": { ...service, maxConcurrency: 10, replicas: target.backendReplicas },
    "notification-service": service,
    "audit-service": service,
  };
};

/** The Todo platform runs its broker and its database itself. */
export type TodoPlatform = Platform<TodoTopology> & { readonly kafka: KafkaSpec; readonly database: DatabaseSpec };

/**
 * The Todo platform for a target: the default profile of names and numbers.
 *
 * @throws {PlatformError} when a change of it breaks a rule of the model.
 */
export const todoPlatform = (target: TargetSpec): TodoPlatform => {
  const kafka = toKafka(target);
  return definePlatform({
    topology: todoTopology,
    namespace,
    trustDomain: "todo-platform",
    dapr: {
      release: "1.18",
      namespace: "dapr-system",
      highAvailability: target.highAvailability,
      schedulerStorage: target.schedulerStorage,
      workloadCertTtl: "24h",
      allowedClockSkew: "15m",
      logLevel: "info",
    },
    components: {
      "kafka-pubsub": kafkaPubSub(kafka, maxMessageSize),
      statestore: postgresState("statestore-credentials", 10),
      "kubernetes-secrets": kubernetesSecrets(namespace),
    },
    pubsub: "kafka-pubsub",
    secretStore: "kubernetes-secrets",
    maxMessageSize,
    generatedSecrets: { "jwt-secret": { key: 48 } },
    kafka,
    database: {
      name: "postgres",
      namespace,
      storage: target.storage,
      maxConnections: 200,
      owners: [
        { database: "tododb", role: "todo-backend", secret: "postgres-credentials", connectionLimit: 60 },
        { database: "auditdb", role: "audit-service", secret: "audit-postgres-credentials", connectionLimit: 40 },
        { database: "statedb", role: "dapr-statestore", secret: "statestore-credentials", connectionLimit: 60 },
      ],
    },
    tracing: {
      backend: "zipkin",
      namespace: "monitoring",
      samplingRate: target.samplingRate,
      nodePort: target.nodePorts?.traces,
    },
    resiliency: defaultResiliency,
    configuration: "app-config",
    services: toServices(target),
  });
};
