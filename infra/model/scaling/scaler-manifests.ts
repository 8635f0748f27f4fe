import type { ObjectMetadata } from "../object-metadata.ts";

/** How replicas go. Upstream: Kubernetes autoscaling/v2 HorizontalPodAutoscalerBehavior. */
export interface ScalerBehavior {
  readonly scaleDown: { readonly stabilizationWindowSeconds: number };
}

/** Upstream: Kubernetes autoscaling/v2; only the fields that are used. */
export interface CpuScalerManifest {
  readonly apiVersion: "autoscaling/v2";
  readonly kind: "HorizontalPodAutoscaler";
  readonly metadata: ObjectMetadata;
  readonly spec: {
    readonly scaleTargetRef: { readonly apiVersion: "apps/v1"; readonly kind: "Deployment"; readonly name: string };
    readonly behavior?: ScalerBehavior;
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly metrics: {
      readonly type: "ContainerResource";
      readonly containerResource: {
        readonly name: "cpu";
        readonly container: string;
        readonly target: { readonly type: "Utilization"; readonly averageUtilization: number };
      };
    }[];
  };
}

/** Scales by the records that a consumer group is behind; every value is a text. Upstream: keda kafka_scaler.go. */
export interface KafkaTrigger {
  readonly type: "kafka";
  readonly metadata: {
    readonly bootstrapServers: string;
    readonly consumerGroup: string;
    readonly topic: string;
    readonly lagThreshold: string;
    readonly offsetResetPolicy: "earliest";
    readonly sasl: "scram_sha512" | "scram_sha256" | "plaintext";
    readonly tls: "enable" | "disable";
  };
  readonly authenticationRef: { readonly name: string };
}

/** Upstream: KEDA ScaledObject; only the fields that are used. */
export interface ScaledObjectManifest {
  readonly apiVersion: "keda.sh/v1alpha1";
  readonly kind: "ScaledObject";
  readonly metadata: ObjectMetadata;
  readonly spec: {
    readonly scaleTargetRef: { readonly name: string };
    readonly minReplicaCount: number;
    readonly maxReplicaCount: number;
    readonly pollingInterval: number;
    readonly cooldownPeriod: number;
    readonly advanced?: { readonly horizontalPodAutoscalerConfig: { readonly behavior: ScalerBehavior } };
    readonly triggers: readonly KafkaTrigger[];
  };
}

/** Upstream: KEDA TriggerAuthentication; only the fields that are used. */
export interface TriggerAuthenticationManifest {
  readonly apiVersion: "keda.sh/v1alpha1";
  readonly kind: "TriggerAuthentication";
  readonly metadata: ObjectMetadata;
  readonly spec: {
    /** Values that a container of the scaled Deployment has in its environment. */
    readonly env?: readonly { readonly parameter: string; readonly name: string; readonly containerName: string }[];
    readonly secretTargetRef: readonly { readonly parameter: string; readonly name: string; readonly key: string }[];
  };
}
