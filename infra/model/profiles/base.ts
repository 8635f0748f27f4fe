import type { Topology } from "@todo-platform/contracts";
import type { DatabaseOwner, DatabaseSpec } from "../database.ts";
import type { KafkaSpec } from "../kafka.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { defaultResiliency } from "../resiliency.ts";
import { defaultService, type ServiceSpec } from "../service.ts";
import type { TargetSpec } from "../targets.ts";

/** An app's service with the numbers of a target. */
export const serviceFor = (target: TargetSpec): ServiceSpec => ({
  ...defaultService,
  resources: { ...defaultService.resources, cpuRequest: target.appCpuRequest },
  readiness: { delay: target.readinessDelay, period: target.readinessPeriod },
});

/** A service for each app of a topology; `special` says what is different in some. */
export const servicesFor = <T extends Topology>(
  topology: T,
  target: TargetSpec,
  special: { readonly [App in keyof T["apps"]]?: Partial<ServiceSpec> },
): Record<string, ServiceSpec> =>
  Object.fromEntries(
    Object.keys(topology.apps).map((app) => [app, { ...serviceFor(target), ...special[app as keyof T["apps"]] }]),
  );

/** The platform's own Kafka with the numbers of a target. */
export const kafkaFor = (target: TargetSpec, namespace: string): KafkaSpec => ({
  cluster: "todo-kafka",
  namespace,
  partitions: target.kafkaPartitions,
  replicationFactor: target.kafkaReplicationFactor,
  retention: "168h",
  heap: "256Mi",
  storage: target.storage,
});

/** The platform's own PostgreSQL with the numbers of a target. */
export const databaseFor = (target: TargetSpec, namespace: string, owners: readonly DatabaseOwner[]): DatabaseSpec => ({
  name: "postgres",
  namespace,
  storage: target.storage,
  maxConnections: 200,
  owners,
});

/** What every profile has in common: trust domain, control plane, tracing, resiliency and sizes. */
export const baseFor = (
  target: TargetSpec,
): Pick<PlatformSpec, "trustDomain" | "dapr" | "maxMessageSize" | "tracing" | "resiliency"> => ({
  trustDomain: "todo-platform",
  maxMessageSize: "1Mi",
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
    backend: "zipkin",
    namespace: "monitoring",
    samplingRate: target.samplingRate,
    nodePort: target.nodePorts?.traces,
  },
  resiliency: defaultResiliency,
});
