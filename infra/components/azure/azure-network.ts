import { NatGateway } from "@pulumi/azure-native/network/natGateway.js";
import { PublicIPAddress } from "@pulumi/azure-native/network/publicIPAddress.js";
import { Subnet } from "@pulumi/azure-native/network/subnet.js";
import { VirtualNetwork } from "@pulumi/azure-native/network/virtualNetwork.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import type { AksSpec } from "../../model/clouds/aks.ts";

/** Arguments of {@link AzureNetwork}. */
export interface AzureNetworkArgs {
  readonly aks: AksSpec;
  readonly resourceGroupName: Input<string>;
}

/**
 * A virtual network with a subnet for nodes, for private endpoints and for PostgreSQL. Nodes reach the internet through
 * a NAT gateway with one address, which partners can allow; nothing reaches them. Costs the gateway and its address.
 *
 * @example new AzureNetwork("todo-network", { aks, resourceGroupName: group.name });
 */
export class AzureNetwork extends ComponentResource {
  readonly networkId: Output<string>;
  readonly nodesSubnetId: Output<string>;
  readonly endpointsSubnetId: Output<string>;
  readonly postgresSubnetId: Output<string>;
  /** The address from which the platform calls others. */
  readonly egressAddress: Output<string | undefined>;

  constructor(name: string, args: AzureNetworkArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:AzureNetwork", name, {}, options);
    const { resourceGroupName, aks } = args;
    const { network, region: location } = aks;
    const child = { parent: this };
    const { egress, gateway } = this.#egress(name, args);
    const virtual = new VirtualNetwork(
      `${name}-vnet`,
      {
        virtualNetworkName: `${aks.name}-vnet`,
        resourceGroupName,
        location,
        addressSpace: { addressPrefixes: [network.network] },
      },
      // Its subnets are resources of their own; without this an update of the network would remove them.
      { ...child, ignoreChanges: ["subnets"], protect: true },
    );
    const subnet = (role: string, addressPrefix: string, more: object): Subnet =>
      new Subnet(
        `${name}-${role}`,
        {
          subnetName: role,
          virtualNetworkName: virtual.name,
          resourceGroupName,
          addressPrefix,
          defaultOutboundAccess: false,
          ...more,
        },
        child,
      );
    const nodes = subnet("nodes", network.nodes, { natGateway: { id: gateway.id } });
    const endpoints = subnet("endpoints", network.endpoints, { privateEndpointNetworkPolicies: "Enabled" });
    const postgres = subnet("postgres", network.postgres, {
      delegations: [{ name: "postgres", serviceName: "Microsoft.DBforPostgreSQL/flexibleServers" }],
    });
    this.networkId = virtual.id;
    this.nodesSubnetId = nodes.id;
    this.endpointsSubnetId = endpoints.id;
    this.postgresSubnetId = postgres.id;
    this.egressAddress = egress.ipAddress;
    this.registerOutputs({ networkId: this.networkId });
  }

  #egress(name: string, { aks, resourceGroupName }: AzureNetworkArgs) {
    const { zones, region: location } = aks;
    const child = { parent: this };
    const egress = new PublicIPAddress(
      `${name}-egress`,
      {
        publicIpAddressName: `${aks.name}-egress`,
        resourceGroupName,
        location,
        sku: { name: "Standard", tier: "Regional" },
        publicIPAllocationMethod: "Static",
        zones: [...zones],
      },
      child,
    );
    const gateway = new NatGateway(
      `${name}-nat`,
      {
        natGatewayName: `${aks.name}-nat`,
        resourceGroupName,
        location,
        sku: { name: "Standard" },
        publicIpAddresses: [{ id: egress.id }],
        idleTimeoutInMinutes: 4,
      },
      child,
    );
    return { egress, gateway };
  }
}
