import type { Cpu, Duration, Size } from "./units.ts";

/** Where a stack runs. */
export const targetNames = ["local", "minikube", "aks", "doks"] as const;
export type TargetName = (typeof targetNames)[number];

/** What differs between targets, as data. */
export interface TargetSpec {
  readonly highAvailability: boolean;
  readonly backendReplicas: number;
  readonly kafkaReplicationFactor: number;
  readonly kafkaPartitions: number;
  readonly schedulerStorage: Size;
  readonly storage: Size;
  readonly samplingRate: number;
  /** CPU reserved for each app's container; what it may use at most is the same everywhere. */
  readonly appCpuRequest: Cpu;
  /** First readiness probe; machines that start in a second need not wait for the seeds' ten. */
  readonly readinessDelay: Duration;
  readonly readinessPeriod: Duration;
  /** NodePorts for targets without a gateway. */
  readonly nodePorts: { readonly ui: number; readonly traces: number } | undefined;
  /** Whether a demo user is made, whose password is a stack output. */
  readonly demoUser: boolean;
}

const development: TargetSpec = {
  highAvailability: false,
  backendReplicas: 2,
  kafkaReplicationFactor: 1,
  kafkaPartitions: 3,
  schedulerStorage: "1Gi",
  storage: "2Gi",
  samplingRate: 1,
  appCpuRequest: "200m",
  readinessDelay: "10s",
  readinessPeriod: "5s",
  nodePorts: undefined,
  demoUser: true,
};

const production: TargetSpec = {
  ...development,
  highAvailability: true,
  backendReplicas: 3,
  kafkaReplicationFactor: 3,
  kafkaPartitions: 12,
  schedulerStorage: "16Gi",
  storage: "100Gi",
  samplingRate: 0.8,
  demoUser: false,
};

/** The numbers of each target. `local` must fit on two cores, and in a rolling update each app is there once more. */
export const targets: Readonly<Record<TargetName, TargetSpec>> = {
  local: {
    ...development,
    readinessDelay: "0s",
    readinessPeriod: "1s",
    appCpuRequest: "25m",
    nodePorts: { ui: 30080, traces: 30411 },
  },
  minikube: development,
  aks: production,
  doks: production,
};
