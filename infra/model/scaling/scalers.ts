import type { KafkaSpec, SaslMechanism } from "../kafka.ts";
import { kafkaUserSecret, toKafkaConnection } from "../kafka-connection.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type {
  CpuScalerManifest,
  KafkaTrigger,
  ScaledObjectManifest,
  ScalerBehavior,
  TriggerAuthenticationManifest,
} from "./scaler-manifests.ts";
import { toSeconds, type Duration } from "../units.ts";
import type { ScalingSpec } from "./scaling.ts";

/** How KEDA calls a mechanism. Source: keda pkg/scalers/kafka_scaler.go. */
const saslOf: Readonly<Record<SaslMechanism, KafkaTrigger["metadata"]["sasl"]>> = {
  "SCRAM-SHA-512": "scram_sha512",
  "SCRAM-SHA-256": "scram_sha256",
  PLAIN: "plaintext",
};

/** The topics that an app subscribes to, in the order of the topology. */
export const topicsOf = ({ topology }: PlatformSpec, app: string): string[] =>
  Object.entries(topology.topics).flatMap(([topic, { subscribers }]) =>
    Object.hasOwn(subscribers, app) ? [topic] : [],
  );

const toBehavior = (calm: Duration): ScalerBehavior => ({
  scaleDown: { stabilizationWindowSeconds: toSeconds(calm) },
});

/** Scales an app by the CPU of its own container: the sidecar's would hide it. */
export const toCpuScaler = (
  platform: PlatformSpec,
  app: string,
  scaling: ScalingSpec,
  averageUtilization: number,
): CpuScalerManifest => ({
  apiVersion: "autoscaling/v2",
  kind: "HorizontalPodAutoscaler",
  metadata: { name: app, namespace: platform.namespace },
  spec: {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: app },
    ...(scaling.calm === undefined ? {} : { behavior: toBehavior(scaling.calm) }),
    minReplicas: scaling.minReplicas,
    maxReplicas: scaling.maxReplicas,
    metrics: [
      {
        type: "ContainerResource",
        containerResource: { name: "cpu", container: app, target: { type: "Utilization", averageUtilization } },
      },
    ],
  },
});

/** Name of what KEDA signs in with for an app. */
const authenticationName = (app: string): string => `${app}-kafka`;

/** Scales an app by what waits for it on each of its topics. The consumer group of an app is its id. */
export const toLagScaler = (
  platform: PlatformSpec,
  kafka: KafkaSpec,
  app: string,
  scaling: ScalingSpec,
  records: number,
): ScaledObjectManifest => {
  const { brokers, tls, mechanism } = toKafkaConnection(kafka);
  const trigger = (topic: string): KafkaTrigger => ({
    type: "kafka",
    metadata: {
      bootstrapServers: brokers,
      consumerGroup: app,
      topic,
      lagThreshold: String(records),
      offsetResetPolicy: "earliest",
      sasl: saslOf[mechanism],
      tls: tls === false ? "disable" : "enable",
    },
    authenticationRef: { name: authenticationName(app) },
  });
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "ScaledObject",
    metadata: { name: app, namespace: platform.namespace },
    spec: {
      scaleTargetRef: { name: app },
      minReplicaCount: scaling.minReplicas,
      maxReplicaCount: scaling.maxReplicas,
      pollingInterval: 15,
      // A rebalance stops a group for a moment, so what came by a peak stays for five minutes.
      cooldownPeriod: 300,
      ...(scaling.calm === undefined
        ? {}
        : { advanced: { horizontalPodAutoscalerConfig: { behavior: toBehavior(scaling.calm) } } }),
      triggers: topicsOf(platform, app).map(trigger),
    },
  };
};

/** What KEDA signs in with: as the app itself, so that no further user may read the topics. */
export const toLagAuthentication = (
  platform: PlatformSpec,
  kafka: KafkaSpec,
  app: string,
): TriggerAuthenticationManifest => {
  const { tls } = toKafkaConnection(kafka);
  const shared =
    kafka.kind === "external" && kafka.credentials.kind === "shared" ? kafka.credentials.secret : undefined;
  const name = shared ?? kafkaUserSecret(app);
  const ca = tls === false ? undefined : tls.ca?.secretKeyRef;
  return {
    apiVersion: "keda.sh/v1alpha1",
    kind: "TriggerAuthentication",
    metadata: { name: authenticationName(app), namespace: platform.namespace },
    spec: {
      // At a cluster of ours the user is the app's id, which the app's container has as APP_ID.
      ...(kafka.kind === "external" ? {} : { env: [{ parameter: "username", name: "APP_ID", containerName: app }] }),
      secretTargetRef: [
        ...(kafka.kind === "external" ? [{ parameter: "username", name, key: "username" }] : []),
        { parameter: "password", name, key: "password" },
        ...(ca === undefined ? [] : [{ parameter: "ca", ...ca }]),
      ],
    },
  };
};
