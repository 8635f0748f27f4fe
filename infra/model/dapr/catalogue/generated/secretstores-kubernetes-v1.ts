// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface SecretstoresKubernetesV1Metadata {
  /** Source: components-contrib secretstores/kubernetes/metadata.go. */
  readonly defaultNamespace?: Text;
  /** Source: components-contrib secretstores/kubernetes/metadata.go. */
  readonly kubeconfigPath?: Text;
}

/** Kubernetes: `secretstores.kubernetes` v1, stable. https://docs.dapr.io/reference/components-reference/supported-secret-stores/kubernetes-secret-store/ */
export interface SecretstoresKubernetesV1 extends ComponentOptions {
  readonly metadata?: SecretstoresKubernetesV1Metadata;
}
