/** Whether a field manager is the engine's Kubernetes provider. Source: pulumi-kubernetes, "pulumi-kubernetes-<id>". */
export const isOurs = (manager: string): boolean => manager.startsWith("pulumi-kubernetes");

const known: readonly (readonly [RegExp, string])[] = [
  [/^kubectl/, "somebody with kubectl"],
  [/^(helm|Helm)/, "Helm"],
  [/^kube-controller-manager$/, "a controller of Kubernetes, a scaler among them"],
  [/^keda/, "KEDA"],
  [/^(operator|dapr)/, "Dapr's operator"],
  [/^strimzi/, "Strimzi's operator"],
  [/^(cnpg|cloudnative-pg|manager$)/, "CloudNativePG's operator"],
  [/^(k9s|lens|OpenLens|rancher)/i, "somebody with a cluster browser"],
  [/^(argocd|flux|kustomize-controller|helm-controller)/, "a GitOps controller"],
];

/** A field manager in words. */
export const explainManager = (manager: string): string =>
  known.find(([pattern]) => pattern.test(manager))?.[1] ?? "another program";
