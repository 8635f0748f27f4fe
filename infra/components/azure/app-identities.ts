import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { WorkloadIdentity } from "./workload-identity.ts";

/** Arguments of {@link AppIdentities}. */
export interface AppIdentitiesArgs {
  /** Prefix of the identities' names. */
  readonly name: string;
  readonly resourceGroupName: Input<string>;
  readonly location: string;
  readonly issuer: Input<string>;
  readonly namespace: string;
  /** Each acts as an identity of its own by the ServiceAccount of its name. */
  readonly apps: readonly string[];
}

/**
 * An identity for each app, so that a role that one needs is no other's. Costs nothing; exposes nothing.
 *
 * @example new AppIdentities("identities", { apps: ["todo-backend"], issuer: cluster.issuer, ... });
 */
export class AppIdentities extends ComponentResource {
  /** Client id of each app's identity, for its ServiceAccount's annotation. */
  readonly clientIds: Readonly<Record<string, Output<string>>>;
  /** Principal of each app's identity, for roles. */
  readonly principalIds: Readonly<Record<string, Output<string>>>;

  constructor(name: string, args: AppIdentitiesArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:AppIdentities", name, {}, options);
    const { resourceGroupName, location, issuer, namespace, apps } = args;
    const identities = apps.map(
      (app) =>
        [
          app,
          new WorkloadIdentity(
            `${name}-${app}`,
            {
              identityName: `${args.name}-${app}`,
              resourceGroupName,
              location,
              issuer,
              namespace,
              serviceAccounts: [app],
            },
            { parent: this },
          ),
        ] as const,
    );
    this.clientIds = Object.fromEntries(identities.map(([app, { clientId }]) => [app, clientId]));
    this.principalIds = Object.fromEntries(identities.map(([app, { principalId }]) => [app, principalId]));
    this.registerOutputs({});
  }
}
