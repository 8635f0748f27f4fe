import { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";

/** Arguments of {@link WorkloadIdentity}. */
export interface WorkloadIdentityArgs {
  readonly identityName: string;
  readonly resourceGroupName: Input<string>;
  readonly location: string;
  /** The cluster's issuer of tokens. */
  readonly issuer: Input<string>;
  readonly namespace: string;
  /** ServiceAccounts that act as this identity. */
  readonly serviceAccounts: readonly string[];
}

/** Label of a pod whose token may be exchanged. Source: azure.github.io/azure-workload-identity. */
export const workloadIdentityLabel = { "azure.workload.identity/use": "true" } as const;

/** Annotation of the ServiceAccount that says which identity it is. */
export const workloadIdentityAnnotation = "azure.workload.identity/client-id";

/**
 * An identity of Entra ID that ServiceAccounts of the cluster act as, without any password. Azure takes 20 federated
 * credentials for an identity, and one after the other: more at once is answered 409.
 *
 * @example new WorkloadIdentity("apps", { issuer, namespace: "todo-app", serviceAccounts: ["todo-backend"], ... });
 */
export class WorkloadIdentity extends ComponentResource {
  readonly clientId: Output<string>;
  readonly principalId: Output<string>;

  constructor(name: string, args: WorkloadIdentityArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:WorkloadIdentity", name, {}, options);
    const { identityName, resourceGroupName, location, issuer, namespace, serviceAccounts } = args;
    const identity = new UserAssignedIdentity(
      `${name}-identity`,
      { resourceName: identityName, resourceGroupName, location },
      { parent: this },
    );
    let previous: FederatedIdentityCredential | undefined;
    for (const account of serviceAccounts)
      previous = new FederatedIdentityCredential(
        `${name}-${account}`,
        {
          federatedIdentityCredentialResourceName: account,
          resourceName: identity.name,
          resourceGroupName,
          issuer,
          subject: `system:serviceaccount:${namespace}:${account}`,
          audiences: ["api://AzureADTokenExchange"],
        },
        { parent: this, dependsOn: previous === undefined ? [] : [previous] },
      );
    this.clientId = identity.clientId;
    this.principalId = identity.principalId;
    this.registerOutputs({ clientId: this.clientId });
  }
}
