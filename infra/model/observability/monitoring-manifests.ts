import type { toRuleGroups } from "../alerts/rule-groups.ts";
import type { LabelSelector, ObjectMetadata } from "../object-metadata.ts";
import type { Duration, Size } from "../units.ts";

/** Changes the labels of a target before it is scraped. Upstream: prometheus-operator RelabelConfig. */
export interface Relabeling {
  readonly sourceLabels?: readonly string[];
  readonly targetLabel: string;
  /** @default the source's value */
  readonly replacement?: string;
}

/** What is scraped of each picked pod or Service. */
export interface MetricsEndpoint {
  /** Name of the container's port, or of the Service's. */
  readonly port: string;
  readonly path?: string;
  readonly interval?: Duration;
  readonly relabelings?: readonly Relabeling[];
}

/** Upstream: prometheus-operator PodMonitor. Only the fields that are used. */
export interface PodMonitorManifest {
  readonly apiVersion: "monitoring.coreos.com/v1";
  readonly kind: "PodMonitor";
  readonly metadata: ObjectMetadata;
  readonly spec: { readonly selector: LabelSelector; readonly podMetricsEndpoints: readonly MetricsEndpoint[] };
}

/** Upstream: prometheus-operator ServiceMonitor. Only the fields that are used. */
export interface ServiceMonitorManifest {
  readonly apiVersion: "monitoring.coreos.com/v1";
  readonly kind: "ServiceMonitor";
  readonly metadata: ObjectMetadata;
  readonly spec: { readonly selector: LabelSelector; readonly endpoints: readonly MetricsEndpoint[] };
}

/** Upstream: prometheus-operator PrometheusRule. */
export interface PrometheusRuleManifest {
  readonly apiVersion: "monitoring.coreos.com/v1";
  readonly kind: "PrometheusRule";
  readonly metadata: ObjectMetadata;
  readonly spec: { readonly groups: ReturnType<typeof toRuleGroups> };
}

/** Upstream: prometheus-operator Prometheus. Only the fields that are used. */
export interface PrometheusManifest {
  readonly apiVersion: "monitoring.coreos.com/v1";
  readonly kind: "Prometheus";
  readonly metadata: ObjectMetadata;
  readonly spec: {
    /** Version of Prometheus; that of the operator when it is absent. */
    readonly version?: string;
    readonly replicas: number;
    readonly retention: Duration;
    readonly serviceAccountName: string;
    readonly podMonitorSelector: LabelSelector;
    readonly podMonitorNamespaceSelector: LabelSelector;
    readonly serviceMonitorSelector: LabelSelector;
    readonly serviceMonitorNamespaceSelector: LabelSelector;
    readonly ruleSelector: LabelSelector;
    readonly ruleNamespaceSelector: LabelSelector;
    readonly resources: { readonly requests: { readonly cpu: string; readonly memory: Size } };
    readonly storage: {
      readonly volumeClaimTemplate: {
        readonly spec: { readonly resources: { readonly requests: { readonly storage: Size } } };
      };
    };
    readonly securityContext: {
      readonly runAsNonRoot: boolean;
      readonly runAsUser: number;
      readonly fsGroup: number;
      readonly seccompProfile: { readonly type: "RuntimeDefault" };
    };
  };
}
