import { PrivateDnsZoneGroup } from "@pulumi/azure-native/network/privateDnsZoneGroup.js";
import { PrivateEndpoint } from "@pulumi/azure-native/network/privateEndpoint.js";
import { PrivateZone } from "@pulumi/azure-native/privatedns/privateZone.js";
import { VirtualNetworkLink } from "@pulumi/azure-native/privatedns/virtualNetworkLink.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";

/** Arguments of {@link PrivateZoneInNetwork}. */
export interface PrivateZoneArgs {
  readonly resourceGroupName: Input<string>;
  readonly networkId: Input<string>;
  /** Such as `privatelink.vaultcore.azure.net`. */
  readonly zone: string;
}

/**
 * A zone of names that only the network's machines see. Costs next to nothing.
 *
 * @example new PrivateZoneInNetwork("vault-zone", { zone: "privatelink.vaultcore.azure.net", ... });
 */
export class PrivateZoneInNetwork extends ComponentResource {
  /** Known once the network sees the zone. */
  readonly zoneId: Output<string>;

  constructor(name: string, args: PrivateZoneArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:PrivateZoneInNetwork", name, {}, options);
    const { resourceGroupName, networkId } = args;
    const zone = new PrivateZone(
      `${name}-zone`,
      { privateZoneName: args.zone, resourceGroupName, location: "global" },
      { parent: this },
    );
    const link = new VirtualNetworkLink(
      `${name}-link`,
      {
        virtualNetworkLinkName: "platform",
        privateZoneName: zone.name,
        resourceGroupName,
        location: "global",
        registrationEnabled: false,
        virtualNetwork: { id: networkId },
      },
      { parent: this },
    );
    this.zoneId = link.id.apply(() => zone.id);
    this.registerOutputs({ zoneId: this.zoneId });
  }
}

/** Arguments of {@link PrivateLink}. */
export interface PrivateLinkArgs extends PrivateZoneArgs {
  readonly location: string;
  readonly subnetId: Input<string>;
  /** The service that is reached. */
  readonly serviceId: Input<string>;
  /** Which part of the service, such as `vault`. */
  readonly part: string;
}

/**
 * An address of the network for a service of Azure, and the zone in which its name leads there. Costs the endpoint by
 * hour and by traffic.
 *
 * @example new PrivateLink("vault-link", { serviceId: vault.id, part: "vault", zone: "privatelink.vaultcore.azure.net", ... });
 */
export class PrivateLink extends ComponentResource {
  constructor(name: string, args: PrivateLinkArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:PrivateLink", name, {}, options);
    const { resourceGroupName, networkId, zone, location, subnetId, serviceId, part } = args;
    const child = { parent: this };
    const { zoneId } = new PrivateZoneInNetwork(name, { resourceGroupName, networkId, zone }, child);
    const endpoint = new PrivateEndpoint(
      `${name}-endpoint`,
      {
        privateEndpointName: name,
        resourceGroupName,
        location,
        subnet: { id: subnetId },
        privateLinkServiceConnections: [{ name, privateLinkServiceId: serviceId, groupIds: [part] }],
      },
      child,
    );
    new PrivateDnsZoneGroup(
      `${name}-names`,
      {
        privateDnsZoneGroupName: "default",
        privateEndpointName: endpoint.name,
        resourceGroupName,
        privateDnsZoneConfigs: [{ name: zone.replaceAll(".", "-"), privateDnsZoneId: zoneId }],
      },
      child,
    );
    this.registerOutputs({});
  }
}
