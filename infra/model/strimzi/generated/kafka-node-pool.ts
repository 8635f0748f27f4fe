// GENERATED from Strimzi's CRDs by infra/crds/strimzi/generate.ts. DO NOT EDIT.
import type { JsonValue, ManifestMetadata } from "../../dapr/kinds/manifest-values.ts";

export interface KafkaNodePoolSpec {
  readonly replicas: number;
  readonly storage: {
    readonly class?: string;
    readonly deleteClaim?: boolean;
    readonly id?: number;
    readonly kraftMetadata?: "shared";
    readonly selector?: Readonly<Record<string, string>>;
    readonly size?: string;
    readonly sizeLimit?: string;
    readonly type: "ephemeral" | "persistent-claim" | "jbod";
    readonly volumeAttributesClass?: string;
    readonly volumes?: readonly ({
      readonly class?: string;
      readonly deleteClaim?: boolean;
      readonly id?: number;
      readonly kraftMetadata?: "shared";
      readonly selector?: Readonly<Record<string, string>>;
      readonly size?: string;
      readonly sizeLimit?: string;
      readonly type: "ephemeral" | "persistent-claim";
      readonly volumeAttributesClass?: string;
    })[];
  };
  readonly roles: readonly ("controller" | "broker")[];
  readonly resources?: {
    readonly claims?: JsonValue;
    readonly limits?: Readonly<Record<string, JsonValue>>;
    readonly requests?: Readonly<Record<string, JsonValue>>;
  };
  readonly jvmOptions?: {
    readonly "-XX"?: Readonly<Record<string, string>>;
    readonly "-Xmx"?: string;
    readonly "-Xms"?: string;
    readonly gcLoggingEnabled?: boolean;
    readonly javaSystemProperties?: readonly {
      readonly name?: string;
      readonly value?: string;
    }[];
  };
  readonly template?: {
    readonly podSet?: JsonValue;
    readonly pod?: {
      readonly metadata?: JsonValue;
      readonly imagePullSecrets?: JsonValue;
      readonly securityContext?: JsonValue;
      readonly terminationGracePeriodSeconds?: number;
      readonly affinity?: JsonValue;
      readonly tolerations?: JsonValue;
      readonly topologySpreadConstraints?: readonly {
        readonly labelSelector?: {
          readonly matchExpressions?: JsonValue;
          readonly matchLabels?: Readonly<Record<string, string>>;
        };
        readonly matchLabelKeys?: readonly string[];
        readonly maxSkew?: number;
        readonly minDomains?: number;
        readonly nodeAffinityPolicy?: string;
        readonly nodeTaintsPolicy?: string;
        readonly topologyKey?: string;
        readonly whenUnsatisfiable?: string;
      }[];
      readonly priorityClassName?: string;
      readonly schedulerName?: string;
      readonly hostAliases?: JsonValue;
      readonly dnsPolicy?: "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None";
      readonly dnsConfig?: JsonValue;
      readonly enableServiceLinks?: boolean;
      readonly tmpDirSizeLimit?: string;
      readonly volumes?: readonly {
        readonly name?: string;
        readonly secret?: JsonValue;
        readonly configMap?: JsonValue;
        readonly emptyDir?: JsonValue;
        readonly persistentVolumeClaim?: JsonValue;
        readonly csi?: JsonValue;
        readonly image?: {
          readonly pullPolicy?: string;
          readonly reference?: string;
        };
      }[];
      readonly templatedVolumes?: JsonValue;
      readonly hostUsers?: boolean;
    };
    readonly perPodService?: JsonValue;
    readonly perPodRoute?: JsonValue;
    readonly perPodIngress?: JsonValue;
    readonly persistentVolumeClaim?: JsonValue;
    readonly kafkaContainer?: JsonValue;
    readonly initContainer?: JsonValue;
  };
}

/** The manifest of kind KafkaNodePool. */
export interface KafkaNodePoolManifest {
  readonly apiVersion: "kafka.strimzi.io/v1";
  readonly kind: "KafkaNodePool";
  readonly metadata: ManifestMetadata;
  readonly spec: KafkaNodePoolSpec;
}
