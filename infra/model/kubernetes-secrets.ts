import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";

/**
 * The Kubernetes secret store for the Secrets of a namespace.
 * Source: components-contrib secretstores/kubernetes/metadata.yaml.
 */
export const kubernetesSecrets = (namespace: string): ComponentSpec =>
  component("secretstores.kubernetes/v1", { metadata: { defaultNamespace: namespace } });
