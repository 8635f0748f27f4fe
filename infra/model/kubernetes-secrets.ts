import type { ComponentSpec } from "./dapr/component-spec.ts";

/**
 * The Kubernetes secret store for the Secrets of a namespace.
 * Source: components-contrib secretstores/kubernetes/metadata.yaml.
 */
export const kubernetesSecrets = (namespace: string): ComponentSpec => ({
  type: "secretstores.kubernetes",
  version: "v1",
  metadata: [{ name: "defaultNamespace", value: namespace }],
});
