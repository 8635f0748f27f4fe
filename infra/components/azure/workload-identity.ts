import { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { tokenAudience, tokenSubject } from "../../model/clouds/workload-identity.ts";

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
          subject: tokenSubject(namespace, account),
          audiences: [tokenAudience],
        },
        { parent: this, dependsOn: previous === undefined ? [] : [previous] },
      );
    this.clientId = identity.clientId;
    this.principalId = identity.principalId;
    this.registerOutputs({ clientId: this.clientId });
  }
}
