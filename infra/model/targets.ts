import { developmentSink, type MessageDelivery } from "./messages.ts";
import type { TargetParts } from "./target-parts.ts";
import type { Cpu, Duration, Size } from "./units.ts";

/** Where a stack runs. */
export const targetNames = ["local", "minikube", "aks", "doks"] as const;
export type TargetName = (typeof targetNames)[number];

/** What differs between targets, as data. */
export interface TargetSpec extends TargetParts {
  readonly highAvailability: boolean;
  readonly backendReplicas: number;
  /** Who runs Kafka: one broker of ours, or the Strimzi operator with a broker for each copy. */
  readonly kafka: "plain" | "strimzi";
  /** Who runs PostgreSQL: one server of ours, or the CloudNativePG operator with replicas. */
  readonly database: "plain" | "cnpg";
  readonly kafkaReplicationFactor: number;
  readonly kafkaPartitions: number;
  readonly schedulerStorage: Size;
  readonly storage: Size;
  readonly samplingRate: number;
  /** CPU reserved for each app's container; what it may use at most is the same everywhere. */
  readonly appCpuRequest: Cpu;
  /** CPU reserved for each sidecar. */
  readonly sidecarCpuRequest: Cpu;
  /** First readiness probe; machines that start in a second need not wait for the seeds' ten. */
  readonly readinessDelay: Duration;
  readonly readinessPeriod: Duration;
  /** NodePorts for targets without a gateway. */
  readonly nodePorts: { readonly ui: number; readonly traces: number } | undefined;
  /** Where emails and push messages of reminders go. */
  readonly messages: MessageDelivery;
  /** Whether a demo user is made, whose password is a stack output. */
  readonly demoUser: boolean;
}

const development: TargetSpec = {
  highAvailability: false,
  backendReplicas: 2,
  kafka: "plain",
  database: "plain",
  kafkaReplicationFactor: 1,
  kafkaPartitions: 3,
  schedulerStorage: "1Gi",
  storage: "2Gi",
  samplingRate: 1,
  appCpuRequest: "200m",
  sidecarCpuRequest: "100m",
  readinessDelay: "10s",
  readinessPeriod: "5s",
  nodePorts: undefined,
  messages: { sink: developmentSink },
  demoUser: true,
};

const production: TargetSpec = {
  ...development,
  highAvailability: true,
  backendReplicas: 3,
  kafka: "strimzi",
  database: "cnpg",
  kafkaReplicationFactor: 3,
  kafkaPartitions: 12,
  schedulerStorage: "16Gi",
  storage: "100Gi",
  samplingRate: 0.8,
  messages: { sink: undefined, mailFrom: "todo@todo-platform.example", pushUrl: "https://push.example.com/messages" },
  demoUser: false,
  observability: {
    labels: { "todo-platform.io/watched": "true" },
    scrapeInterval: "30s",
    dashboards: { grafana_dashboard: "1" },
    prometheus: { replicas: 2, retention: "168h", storage: "50Gi" },
  },
  scheduling: { spread: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"], priority: 1_000_000 },
};

/** The numbers of each target. `local` must fit on two cores, and in a rolling update each app is there once more. */
export const targets: Readonly<Record<TargetName, TargetSpec>> = {
  local: {
    ...development,
    readinessDelay: "0s",
    readinessPeriod: "1s",
    appCpuRequest: "25m",
    sidecarCpuRequest: "40m",
    nodePorts: { ui: 30080, traces: 30411 },
  },
  minikube: development,
  aks: production,
  doks: production,
};
