/** Who a token of the cluster is for when Entra ID exchanges it. */
export const tokenAudience = "api://AzureADTokenExchange";

/** What Entra ID reads in a token of a ServiceAccount. */
export const tokenSubject = (namespace: string, serviceAccount: string): string =>
  `system:serviceaccount:${namespace}:${serviceAccount}`;

/**
 * What makes pods act as an identity of Entra ID: a label of theirs, and an annotation of their ServiceAccount. Half of it
 * does nothing, without any message.
 * Source: azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html.
 *
 * @param clientId Of the identity; undefined marks nothing.
 */
export const workloadIdentityMarks = <Id>(
  clientId: Id | undefined,
): {
  readonly podLabels: Readonly<Record<string, string>>;
  readonly accountAnnotations: Readonly<Record<string, Id>>;
} =>
  clientId === undefined
    ? { podLabels: {}, accountAnnotations: {} }
    : {
        podLabels: { "azure.workload.identity/use": "true" },
        accountAnnotations: { "azure.workload.identity/client-id": clientId },
      };
