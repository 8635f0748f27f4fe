// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Span, Text } from "../component-values.ts";

export interface ConfigurationKubernetesV1Metadata {
  /** Required. Example: `my-app-config`. */
  readonly configMapName: Text;
  /** Example: `/path/to/kubeconfig`. */
  readonly kubeconfigPath?: Text;
  /** Default: `0`. */
  readonly resyncPeriod?: Span;
}

/** Kubernetes ConfigMap: `configuration.kubernetes` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-configuration-stores/kubernetes-configmap-configuration-store/ */
export interface ConfigurationKubernetesV1 extends ComponentOptions {
  readonly metadata: ConfigurationKubernetesV1Metadata;
}
