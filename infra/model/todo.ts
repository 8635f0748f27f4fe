import { todoTopology, type TodoTopology } from "@todo-platform/contracts";
import { defaultResiliency } from "./resiliency.ts";
import { definePlatform, type Platform } from "./platform.ts";
import { defaultService, type ServiceSpec } from "./service.ts";
import type { TargetSpec } from "./targets.ts";

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

/**
 * The Todo platform for a target: the default profile of names and numbers.
 *
 * @throws {PlatformError} when a change of it breaks a rule of the model.
 */
export const todoPlatform = (target: TargetSpec): Platform<TodoTopology> =>
  definePlatform({
    topology: todoTopology,
    namespace: "todo-app",
    trustDomain: "todo-platform",
    dapr: {
      namespace: "dapr-system",
      highAvailability: target.highAvailability,
      schedulerStorage: target.schedulerStorage,
      workloadCertTtl: "24h",
      allowedClockSkew: "15m",
      logLevel: "info",
    },
    kafka: {
      pubsub: "kafka-pubsub",
      cluster: "todo-kafka",
      namespace: "kafka",
      partitions: target.kafkaPartitions,
      replicationFactor: target.kafkaReplicationFactor,
      retention: "168h",
      maxMessageSize: "1Mi",
      consumeRetryInterval: "100ms",
      heap: "256Mi",
      storage: target.storage,
    },
    database: {
      name: "postgres",
      namespace: "todo-app",
      storage: target.storage,
      maxConnections: 200,
      owners: [
        { database: "tododb", role: "todo-backend", secret: "postgres-credentials", connectionLimit: 60 },
        { database: "auditdb", role: "audit-service", secret: "audit-postgres-credentials", connectionLimit: 40 },
        { database: "statedb", role: "dapr-statestore", secret: "statestore-credentials", connectionLimit: 60 },
      ],
      stateStore: { name: "statestore", secret: "statestore-credentials", maxConns: 10 },
    },
    tracing: {
      backend: "zipkin",
      namespace: "monitoring",
      samplingRate: target.samplingRate,
      nodePort: target.nodePorts?.traces,
    },
    resiliency: defaultResiliency,
    secretStore: "kubernetes-secrets",
    configuration: "app-config",
    services: toServices(target),
  });
