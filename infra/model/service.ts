import type { SidecarAnnotations } from "./dapr/kinds/generated/annotations.ts";
import type { ScalingSpec } from "./scaling/scaling.ts";
import type { Cpu, Duration, Size } from "./units.ts";

/** Port of an app's own metrics, which its Service does not offer. */
export const appMetricsPort = 9464;
/** Port of a sidecar's metrics (dapr.io/metrics-port). */
export const sidecarMetricsPort = 9090;

/** CPU and memory of one container: what is reserved and what it may not exceed. */
export interface ContainerResources {
  readonly cpuRequest: Cpu;
  readonly memoryRequest: Size;
  readonly cpuLimit: Cpu;
  readonly memoryLimit: Size;
}

/** A probe's first delay and its period. */
export interface ProbeSpec {
  readonly delay: Duration;
  readonly period: Duration;
}

/** Settings of a sidecar that the platform has no opinion about, or one that may be replaced. */
export type SidecarExtras = Omit<SidecarAnnotations, (typeof derivedSettings)[number]>;

/** Settings of a sidecar that follow from the topology and the service. */
export const derivedSettings = [
  "enabled",
  "appId",
  "appPort",
  "appProtocol",
  "config",
  "logLevel",
  "maxBodySize",
  "apiTokenSecret",
  "appTokenSecret",
  "appMaxConcurrency",
  "blockShutdownDuration",
  "gracefulShutdownSeconds",
  "envFromSecret",
  "volumeMounts",
  "sidecarCpuRequest",
  "sidecarCpuLimit",
  "sidecarMemoryRequest",
  "sidecarMemoryLimit",
] as const satisfies readonly (keyof SidecarAnnotations)[];

/** How one app runs: its Deployment and its sidecar. */
export interface ServiceSpec {
  readonly replicas: number;
  /** Between how many replicas a scaler chooses; `replicas` is then not written at all. @default always `replicas` */
  readonly scaling?: ScalingSpec;
  /** Resources of the app's container. */
  readonly resources: ContainerResources;
  /** Resources of daprd. */
  readonly sidecarResources: ContainerResources;
  /** Requests that the sidecar hands to the app at a time; `undefined` is no limit. */
  readonly maxConcurrency: number | undefined;
  readonly liveness: ProbeSpec;
  readonly readiness: ProbeSpec;
  /**
   * Path on which the app tells its sidecar whether it can take events: while it cannot, subscriptions and jobs pause
   * (dapr.io/app-health-check-path). @default "/health"
   */
  readonly eventHealthPath?: string;
  /** How long daprd keeps serving after SIGTERM so that the app can finish (dapr.io/block-shutdown-duration). */
  readonly blockShutdown: Duration;
  /** How long daprd then takes to drain (dapr.io/graceful-shutdown-seconds). */
  readonly gracefulShutdown: Duration;
  readonly logLevel: "debug" | "info" | "warn" | "error";
  /** Names of middleware components through which calls to the app's sidecar pass, in this order. @default none */
  readonly middleware?: readonly string[];
  /** Other settings of the sidecar than those that follow from the platform. @default none */
  readonly sidecar?: SidecarExtras;
  /** NodePort of the app's Service for targets without a gateway; `undefined` keeps it inside the cluster. */
  readonly nodePort: number | undefined;
}

/** The default profile's numbers for an app. */
export const defaultService: ServiceSpec = {
  replicas: 1,
  resources: { cpuRequest: "200m", memoryRequest: "256Mi", cpuLimit: "500m", memoryLimit: "512Mi" },
  sidecarResources: { cpuRequest: "100m", memoryRequest: "128Mi", cpuLimit: "500m", memoryLimit: "512Mi" },
  maxConcurrency: undefined,
  liveness: { delay: "30s", period: "10s" },
  readiness: { delay: "10s", period: "5s" },
  blockShutdown: "5s",
  gracefulShutdown: "5s",
  logLevel: "info",
  nodePort: undefined,
};
