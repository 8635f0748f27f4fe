import type { ServiceSpec } from "../service.ts";
import type { Cpu, Duration, Size } from "../units.ts";

/** What tells that an app needs more replicas. */
export type ScalingTrigger =
  /** Percent of the CPU that the app's own container reserves; its sidecar does not count. */
  | { readonly kind: "cpu"; readonly utilization: number }
  /** Records of a topic that wait for each replica; by KEDA, which the cluster must have. */
  | { readonly kind: "lag"; readonly records: number };

/** Between how many replicas an app runs, and by what. `replicas` of the service is then left to the scaler. */
export interface ScalingSpec {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly by: ScalingTrigger;
  /** How long fewer replicas must have been enough before any goes. @default "5m" (Kubernetes') */
  readonly calm?: Duration;
}

/** What the apps' namespace may reserve and run. */
export interface QuotaSpec {
  readonly cpu: Cpu;
  readonly memory: Size;
  readonly pods: number;
}

/** Where the apps' pods run, and before which others. */
export interface SchedulingSpec {
  /** Labels of nodes over which each app's replicas are spread, the most important first. @default none */
  readonly spread?: readonly string[];
  /** Value of the apps' own PriorityClass, at most 1,000,000,000: higher ones displace lower ones. @default no class */
  readonly priority?: number;
  /** @default unlimited */
  readonly quota?: QuotaSpec;
  /** Namespace of KEDA, which is let at the platform's own brokers where an app scales by lag. @default "keda" */
  readonly kedaNamespace?: string;
}

/** Whether KEDA scales any of the apps. */
export const scalesByLag = (services: Readonly<Record<string, ServiceSpec>>): boolean =>
  Object.values(services).some(({ scaling }) => scaling?.by.kind === "lag");

/** The most replicas that an app can have: what connections, partitions and quotas must suffice for. */
export const mostReplicas = (service: ServiceSpec | undefined): number =>
  service?.scaling?.maxReplicas ?? service?.replicas ?? 1;

/** The fewest replicas that an app has while nothing is wrong. */
export const leastReplicas = (service: ServiceSpec | undefined): number =>
  service?.scaling?.minReplicas ?? service?.replicas ?? 1;

/** Namespace of KEDA. */
export const kedaNamespace = (scheduling: SchedulingSpec | undefined): string => scheduling?.kedaNamespace ?? "keda";
