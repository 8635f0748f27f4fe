// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface CryptoDaprKubernetesSecretsV1Metadata {
  /** Example: `default`. */
  readonly defaultNamespace?: Text;
  /** Example: `/path/to/kubeconfig`. */
  readonly kubeconfigPath?: Text;
}

/** Kubernetes Secrets: `crypto.dapr.kubernetes.secrets` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-cryptography/kubernetes-secrets/ */
export interface CryptoDaprKubernetesSecretsV1 extends ComponentOptions {
  readonly metadata?: CryptoDaprKubernetesSecretsV1Metadata;
}
