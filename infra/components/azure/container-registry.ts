import { Registry } from "@pulumi/azure-native/containerregistry/registry.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { assignRole } from "./roles.ts";

/** Arguments of {@link AzureRegistry}. */
export interface AzureRegistryArgs {
  /** Globally unique; letters and digits only. */
  readonly registryName: Input<string>;
  readonly resourceGroupName: Input<string>;
  readonly location: string;
  readonly subscriptionId: Input<string>;
  /** Identity of the cluster's nodes. */
  readonly pullerId: Input<string>;
}

/**
 * A registry for the apps' images: no admin user, no anonymous pull, copies in every zone. Whoever runs `pulumi up` pushes
 * with an Entra ID token; the nodes may pull. Costs the premium tier; its endpoint is public, as CI pushes from outside.
 *
 * @example new AzureRegistry("registry", { registryName: "todo1234", pullerId: cluster.kubeletPrincipalId, ... });
 */
export class AzureRegistry extends ComponentResource {
  /** Such as `todo1234.azurecr.io`; known once the nodes may pull. */
  readonly loginServer: Output<string>;

  constructor(name: string, args: AzureRegistryArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:AzureRegistry", name, {}, options);
    const { registryName, resourceGroupName, location, subscriptionId, pullerId } = args;
    const registry = new Registry(
      `${name}-registry`,
      {
        registryName,
        resourceGroupName,
        location,
        sku: { name: "Premium" },
        adminUserEnabled: false,
        anonymousPullEnabled: false,
        zoneRedundancy: "Enabled",
        policies: { retentionPolicy: { status: "enabled", days: 30 } },
      },
      { parent: this, protect: true },
    );
    const pulls = assignRole(
      `${name}-pulls`,
      { subscriptionId, principalId: pullerId, principalType: "ServicePrincipal", role: "acrPull", scope: registry.id },
      { parent: this },
    );
    this.loginServer = pulls.id.apply(() => registry.loginServer);
    this.registerOutputs({ loginServer: this.loginServer });
  }
}
