import type { Topology } from "@todo-platform/contracts";
import type { DatabaseOwner, DatabaseSpec } from "../database.ts";
import type { OwnKafkaSpec, PlainKafkaSpec } from "../kafka.ts";
import type { CloudServers } from "../platform-choice.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { secretKey } from "../dapr/secret-reference.ts";
import type { EtcdSpec } from "../etcd.ts";
import type { RabbitmqSpec } from "../rabbitmq.ts";
import type { RedisSpec } from "../redis.ts";
import { defaultResiliency } from "../resiliency.ts";
import { defaultService, type ServiceSpec } from "../service.ts";
import type { TargetSpec } from "../targets.ts";
import type { VaultSpec } from "../vault.ts";
import type { TracingBackend } from "../tracing.ts";

/** An app's service with the numbers of a target. */
export const serviceFor = (target: TargetSpec): ServiceSpec => ({
  ...defaultService,
  resources: { ...defaultService.resources, cpuRequest: target.appCpuRequest },
  sidecarResources: { ...defaultService.sidecarResources, cpuRequest: target.sidecarCpuRequest },
  readiness: { delay: target.readinessDelay, period: target.readinessPeriod },
});

/** A service for each app of a topology; `special` says what is different in some. */
export const servicesFor = <T extends Topology>(
  topology: T,
  target: TargetSpec,
  special: { readonly [App in keyof T["apps"]]?: Partial<ServiceSpec> },
): Record<string, ServiceSpec> =>
  Object.fromEntries(
    Object.keys(topology.apps).map((app) => {
      const scaling = target.scaling?.[app];
      const service = { ...serviceFor(target), ...special[app as keyof T["apps"]] };
      return [app, scaling === undefined ? service : { ...service, scaling }];
    }),
  );

/** The platform's own Kafka with the numbers of a target. */
export const kafkaFor = (target: TargetSpec, namespace: string): OwnKafkaSpec => {
  const plain: PlainKafkaSpec = {
    kind: "plain",
    cluster: "todo-kafka",
    namespace,
    partitions: target.kafkaPartitions,
    replicationFactor: target.kafkaReplicationFactor,
    retention: "168h",
    heap: "256Mi",
    storage: target.storage,
  };
  if (target.kafka === "plain") return plain;
  return {
    ...plain,
    kind: "strimzi",
    heap: "2Gi",
    brokers: target.kafkaReplicationFactor,
    controllers: 3,
    minInsyncReplicas: Math.max(1, target.kafkaReplicationFactor - 1),
    // Half of the memory is the page cache, from which consumers that keep up are served.
    brokerResources: { cpuRequest: "500m", memoryRequest: "4Gi", cpuLimit: "2", memoryLimit: "4Gi" },
    controllerResources: { cpuRequest: "200m", memoryRequest: "1Gi", cpuLimit: "1", memoryLimit: "1Gi" },
    controllerStorage: "16Gi",
    rackLabel: "topology.kubernetes.io/zone",
  };
};

/** The platform's PostgreSQL with the numbers of a target: a cloud's, or one in the cluster. */
export const databaseFor = (
  target: TargetSpec,
  namespace: string,
  owners: readonly DatabaseOwner[],
  cloud: CloudServers = {},
): DatabaseSpec => {
  if (cloud.postgres !== undefined)
    return { kind: "managed", name: "postgres", namespace, maxConnections: cloud.postgres.maxConnections, owners };
  const server = { name: "postgres", namespace, storage: target.storage, maxConnections: 200, owners };
  if (target.database === "plain") return { kind: "plain", ...server };
  return target.highAvailability
    ? {
        kind: "cnpg",
        ...server,
        instances: 3,
        resources: { cpuRequest: "500m", memoryRequest: "2Gi", cpuLimit: "2", memoryLimit: "2Gi" },
        backup: { objectStore: "postgres-backups", schedule: "0 0 3 * * *" },
      }
    : {
        kind: "cnpg",
        ...server,
        instances: 2,
        resources: { cpuRequest: "50m", memoryRequest: "256Mi", cpuLimit: "1", memoryLimit: "512Mi" },
      };
};

/** The Redis server of a target: a pod of its own, in production one that is run elsewhere and named by its Secret. */
export const redisFor = (target: TargetSpec, namespace: string, secret: string): RedisSpec =>
  target.highAvailability
    ? { kind: "external", host: secretKey(secret, "host"), tls: true, secret }
    : { kind: "plain", name: "redis", namespace, storage: target.storage, memory: "128Mi", secret };

/** The etcd server of a target: a pod of its own, in production a cluster that is run elsewhere and named by its Secret. */
export const etcdFor = (target: TargetSpec, namespace: string, secret: string): EtcdSpec =>
  target.highAvailability
    ? { kind: "external", endpoints: secretKey(secret, "endpoints"), tls: true, secret }
    : { kind: "plain", name: "etcd", namespace, storage: target.storage, quota: "256Mi", secret };

/** The RabbitMQ server of a target: a pod of its own, in production one that is run elsewhere and named by its Secret. */
export const rabbitmqFor = (target: TargetSpec, namespace: string, secret: string): RabbitmqSpec =>
  target.highAvailability
    ? { kind: "external", host: secretKey(secret, "host"), tls: true, secret }
    : { kind: "plain", name: "rabbitmq", namespace, storage: target.storage, memory: "256Mi", secret };

/** The Vault server of a target: a pod of its own, in production one that is run elsewhere and holds `secrets`. */
export const vaultFor = (
  target: TargetSpec,
  namespace: string,
  secret: string,
  secrets: readonly string[],
): VaultSpec => {
  const place = { engine: "secret", prefix: namespace, secret } as const;
  if (!target.highAvailability) return { kind: "plain", name: "vault", namespace, ...place };
  return { kind: "external", address: secretKey(secret, "address"), ca: true, secrets, ...place };
};

/** What every profile has in common: trust domain, control plane, tracing, resiliency and sizes. */
export const baseFor = (
  target: TargetSpec,
): Pick<
  PlatformSpec,
  | "trustDomain"
  | "dapr"
  | "maxMessageSize"
  | "tracing"
  | "logging"
  | "operators"
  | "observability"
  | "gateway"
  | "operatorsPage"
  | "scheduling"
  | "suppressions"
  | "resiliency"
> => {
  const backend: TracingBackend = target.tracing ?? { backend: "zipkin" };
  return {
    trustDomain: "todo-platform",
    maxMessageSize: "1Mi",
    ...(target.operators === undefined ? {} : { operators: target.operators }),
    ...(target.observability === undefined ? {} : { observability: target.observability }),
    ...(target.logging === undefined ? {} : { logging: target.logging }),
    ...(target.gateway === undefined ? {} : { gateway: target.gateway }),
    ...(target.operatorsPage === undefined ? {} : { operatorsPage: target.operatorsPage }),
    ...(target.scheduling === undefined ? {} : { scheduling: target.scheduling }),
    ...(target.suppressions === undefined ? {} : { suppressions: target.suppressions }),
    dapr: {
      release: "1.18",
      namespace: "dapr-system",
      highAvailability: target.highAvailability,
      schedulerStorage: target.schedulerStorage,
      workloadCertTtl: "24h",
      allowedClockSkew: "15m",
      logLevel: "info",
    },
    tracing: {
      ...backend,
      namespace: "monitoring",
      samplingRate: target.samplingRate,
      // Only these have a page of their own.
      nodePort: backend.backend === "zipkin" || backend.backend === "jaeger" ? target.nodePorts?.traces : undefined,
    },
    resiliency: defaultResiliency,
  };
};
