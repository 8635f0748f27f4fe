// GENERATED from Strimzi's CRDs by infra/crds/strimzi/generate.ts. DO NOT EDIT.
import type { JsonObject, JsonValue, ManifestMetadata } from "../../dapr/kinds/manifest-values.ts";

export interface KafkaSpec {
  readonly kafka: {
    readonly version?: string;
    readonly metadataVersion?: string;
    readonly image?: string;
    readonly listeners: readonly ({
      readonly name: string;
      readonly port: number;
      readonly type: "internal" | "route" | "tlsroute" | "loadbalancer" | "nodeport" | "ingress" | "cluster-ip";
      readonly tls: boolean;
      readonly authentication?: {
        readonly listenerConfig?: JsonObject;
        readonly sasl?: boolean;
        readonly type: "tls" | "scram-sha-512" | "custom";
      };
      readonly configuration?: {
        readonly brokerCertChainAndKey?: {
          readonly secretName: string;
          readonly certificate: string;
          readonly key: string;
        };
        readonly class?: string;
        readonly externalTrafficPolicy?: "Local" | "Cluster";
        readonly loadBalancerSourceRanges?: readonly string[];
        readonly bootstrap?: JsonValue;
        readonly brokers?: JsonValue;
        readonly ipFamilyPolicy?: "SingleStack" | "PreferDualStack" | "RequireDualStack";
        readonly ipFamilies?: readonly ("IPv4" | "IPv6")[];
        readonly createBootstrapService?: boolean;
        readonly finalizers?: readonly string[];
        readonly useServiceDnsDomain?: boolean;
        readonly maxConnections?: number;
        readonly maxConnectionCreationRate?: number;
        readonly preferredNodePortAddressType?: "ExternalIP" | "ExternalDNS" | "InternalIP" | "InternalDNS" | "Hostname";
        readonly publishNotReadyAddresses?: boolean;
        readonly perBrokerAnnotationsTemplate?: Readonly<Record<string, string>>;
        readonly perBrokerLabelsTemplate?: Readonly<Record<string, string>>;
        readonly hostTemplate?: string;
        readonly advertisedHostTemplate?: string;
        readonly advertisedPortTemplate?: string;
        readonly allocateLoadBalancerNodePorts?: boolean;
        readonly parentRefs?: JsonValue;
      };
      readonly networkPolicyPeers?: readonly {
        readonly ipBlock?: {
          readonly cidr?: string;
          readonly except?: readonly string[];
        };
        readonly namespaceSelector?: {
          readonly matchExpressions?: JsonValue;
          readonly matchLabels?: Readonly<Record<string, string>>;
        };
        readonly podSelector?: {
          readonly matchExpressions?: JsonValue;
          readonly matchLabels?: Readonly<Record<string, string>>;
        };
      }[];
    })[];
    readonly config?: JsonObject;
    readonly authorization?: {
      readonly authorizerClass?: string;
      readonly superUsers?: readonly string[];
      readonly supportsAdminApi?: boolean;
      readonly type: "simple" | "custom";
    };
    readonly rack?: {
      readonly envVarName?: string;
      readonly topologyKey?: string;
      readonly type?: "topology-label" | "environment-variable";
    };
    readonly brokerRackInitImage?: string;
    readonly livenessProbe?: JsonValue;
    readonly readinessProbe?: JsonValue;
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
    readonly jmxOptions?: JsonValue;
    readonly metricsConfig?: {
      readonly type: "jmxPrometheusExporter" | "strimziMetricsReporter";
      readonly valueFrom?: {
        readonly configMapKeyRef?: {
          readonly key?: string;
          readonly name?: string;
          readonly optional?: boolean;
        };
      };
      readonly values?: {
        readonly allowList?: readonly string[];
      };
    };
    readonly logging?: JsonValue;
    readonly template?: {
      readonly pod?: {
        readonly metadata?: JsonValue;
        readonly imagePullSecrets?: JsonValue;
        readonly securityContext?: JsonValue;
        readonly terminationGracePeriodSeconds?: number;
        readonly affinity?: JsonValue;
        readonly tolerations?: JsonValue;
        readonly topologySpreadConstraints?: JsonValue;
        readonly priorityClassName?: string;
        readonly schedulerName?: string;
        readonly hostAliases?: JsonValue;
        readonly dnsPolicy?: "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None";
        readonly dnsConfig?: JsonValue;
        readonly enableServiceLinks?: boolean;
        readonly tmpDirSizeLimit?: string;
        readonly volumes?: JsonValue;
        readonly templatedVolumes?: JsonValue;
        readonly hostUsers?: boolean;
      };
      readonly bootstrapService?: JsonValue;
      readonly brokersService?: JsonValue;
      readonly externalBootstrapService?: JsonValue;
      readonly perPodService?: JsonValue;
      readonly externalBootstrapRoute?: JsonValue;
      readonly perPodRoute?: JsonValue;
      readonly externalBootstrapIngress?: JsonValue;
      readonly perPodIngress?: JsonValue;
      readonly persistentVolumeClaim?: JsonValue;
      readonly podDisruptionBudget?: {
        readonly metadata?: JsonValue;
        readonly maxUnavailable?: number;
      };
      readonly kafkaContainer?: JsonValue;
      readonly initContainer?: JsonValue;
      readonly clusterCaCert?: JsonValue;
      readonly serviceAccount?: JsonValue;
      readonly jmxSecret?: JsonValue;
      readonly clusterRoleBinding?: JsonValue;
      readonly podSet?: JsonValue;
    };
    readonly tieredStorage?: JsonValue;
    readonly quotas?: JsonValue;
  };
  readonly entityOperator?: {
    readonly topicOperator?: {
      readonly watchedNamespace?: string;
      readonly image?: string;
      readonly reconciliationIntervalMs?: number;
      readonly startupProbe?: JsonValue;
      readonly livenessProbe?: JsonValue;
      readonly readinessProbe?: JsonValue;
      readonly resources?: {
        readonly claims?: JsonValue;
        readonly limits?: Readonly<Record<string, JsonValue>>;
        readonly requests?: Readonly<Record<string, JsonValue>>;
      };
      readonly logging?: JsonValue;
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
    };
    readonly userOperator?: {
      readonly watchedNamespace?: string;
      readonly image?: string;
      readonly reconciliationIntervalMs?: number;
      readonly secretPrefix?: string;
      readonly livenessProbe?: JsonValue;
      readonly readinessProbe?: JsonValue;
      readonly resources?: {
        readonly claims?: JsonValue;
        readonly limits?: Readonly<Record<string, JsonValue>>;
        readonly requests?: Readonly<Record<string, JsonValue>>;
      };
      readonly logging?: JsonValue;
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
    };
    readonly template?: {
      readonly deployment?: JsonValue;
      readonly pod?: {
        readonly metadata?: JsonValue;
        readonly imagePullSecrets?: JsonValue;
        readonly securityContext?: JsonValue;
        readonly terminationGracePeriodSeconds?: number;
        readonly affinity?: JsonValue;
        readonly tolerations?: JsonValue;
        readonly topologySpreadConstraints?: JsonValue;
        readonly priorityClassName?: string;
        readonly schedulerName?: string;
        readonly hostAliases?: JsonValue;
        readonly dnsPolicy?: "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None";
        readonly dnsConfig?: JsonValue;
        readonly enableServiceLinks?: boolean;
        readonly tmpDirSizeLimit?: string;
        readonly volumes?: JsonValue;
        readonly hostUsers?: boolean;
      };
      readonly topicOperatorContainer?: JsonValue;
      readonly userOperatorContainer?: JsonValue;
      readonly serviceAccount?: JsonValue;
      readonly podDisruptionBudget?: {
        readonly metadata?: JsonValue;
        readonly maxUnavailable?: number;
      };
      readonly entityOperatorRole?: JsonValue;
      readonly topicOperatorRoleBinding?: JsonValue;
      readonly userOperatorRoleBinding?: JsonValue;
    };
  };
  readonly clusterCa?: {
    readonly generateCertificateAuthority?: boolean;
    readonly generateSecretOwnerReference?: boolean;
    readonly validityDays?: number;
    readonly renewalDays?: number;
    readonly certificateExpirationPolicy?: "renew-certificate" | "replace-key";
  };
  readonly clientsCa?: {
    readonly generateCertificateAuthority?: boolean;
    readonly generateSecretOwnerReference?: boolean;
    readonly validityDays?: number;
    readonly renewalDays?: number;
    readonly certificateExpirationPolicy?: "renew-certificate" | "replace-key";
  };
  readonly cruiseControl?: JsonValue;
  readonly kafkaExporter?: {
    readonly image?: string;
    readonly groupRegex?: string;
    readonly topicRegex?: string;
    readonly groupExcludeRegex?: string;
    readonly topicExcludeRegex?: string;
    readonly resources?: {
      readonly claims?: JsonValue;
      readonly limits?: Readonly<Record<string, JsonValue>>;
      readonly requests?: Readonly<Record<string, JsonValue>>;
    };
    readonly logging?: JsonValue;
    readonly livenessProbe?: JsonValue;
    readonly readinessProbe?: JsonValue;
    readonly enableSaramaLogging?: boolean;
    readonly showAllOffsets?: boolean;
    readonly template?: {
      readonly deployment?: JsonValue;
      readonly pod?: {
        readonly metadata?: JsonValue;
        readonly imagePullSecrets?: JsonValue;
        readonly securityContext?: JsonValue;
        readonly terminationGracePeriodSeconds?: number;
        readonly affinity?: JsonValue;
        readonly tolerations?: JsonValue;
        readonly topologySpreadConstraints?: JsonValue;
        readonly priorityClassName?: string;
        readonly schedulerName?: string;
        readonly hostAliases?: JsonValue;
        readonly dnsPolicy?: "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None";
        readonly dnsConfig?: JsonValue;
        readonly enableServiceLinks?: boolean;
        readonly tmpDirSizeLimit?: string;
        readonly volumes?: JsonValue;
        readonly hostUsers?: boolean;
      };
      readonly container?: {
        readonly env?: JsonValue;
        readonly securityContext?: JsonValue;
        readonly volumeMounts?: JsonValue;
      };
      readonly serviceAccount?: JsonValue;
      readonly podDisruptionBudget?: {
        readonly metadata?: JsonValue;
        readonly maxUnavailable?: number;
      };
    };
  };
  readonly maintenanceTimeWindows?: readonly string[];
}

/** The manifest of kind Kafka. */
export interface KafkaManifest {
  readonly apiVersion: "kafka.strimzi.io/v1";
  readonly kind: "Kafka";
  readonly metadata: ManifestMetadata;
  readonly spec: KafkaSpec;
}
