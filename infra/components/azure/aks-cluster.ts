import { AgentPool } from "@pulumi/azure-native/containerservice/agentPool.js";
import { MaintenanceConfiguration } from "@pulumi/azure-native/containerservice/maintenanceConfiguration.js";
import { ManagedCluster } from "@pulumi/azure-native/containerservice/managedCluster.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  type Resource,
} from "@pulumi/pulumi";
import type { AksSpec, ApiServerAccess } from "../../model/clouds/aks.ts";
import { poolName, type NodePoolSpec } from "../../model/clouds/node-pool.ts";
import { assignRole } from "./roles.ts";

/** Arguments of {@link AksCluster}. */
export interface AksClusterArgs {
  readonly aks: AksSpec;
  readonly resourceGroupName: Input<string>;
  readonly subscriptionId: Input<string>;
  readonly nodesSubnetId: Input<string>;
  /** Where the cluster's own logs go. */
  readonly logsWorkspaceId: Input<string>;
}

const apiServerProfile = (access: ApiServerAccess) =>
  access.kind === "private"
    ? { enablePrivateCluster: true, enablePrivateClusterPublicFQDN: false, privateDNSZone: "system" }
    : { enablePrivateCluster: false, authorizedIPRanges: [...access.ranges] };

/** Two hours on Sunday nights, when the patches of Kubernetes and of the nodes' system are taken. */
const window = (day: "Saturday" | "Sunday") => ({
  durationHours: 4,
  startTime: "01:00",
  utcOffset: "+00:00",
  schedule: { weekly: { dayOfWeek: day, intervalWeeks: 1 } },
});

/** Pods have addresses of their own that the network does not see, and Cilium keeps the NetworkPolicies. */
const networkProfile = ({ network }: AksSpec) => ({
  networkPlugin: "azure",
  networkPluginMode: "overlay",
  networkDataplane: "cilium",
  networkPolicy: "cilium",
  podCidr: network.pods,
  serviceCidr: network.services,
  dnsServiceIP: network.services.replace(/\d+\/\d+$/, "10"),
  outboundType: "userAssignedNATGateway",
  loadBalancerSku: "standard",
});

const poolOf = ({ aks, nodesSubnetId }: AksClusterArgs, { size, min, max }: NodePoolSpec) => ({
  type: "VirtualMachineScaleSets",
  vmSize: size,
  count: min,
  minCount: min,
  maxCount: max,
  enableAutoScaling: true,
  availabilityZones: [...aks.zones],
  osType: "Linux",
  osSKU: "AzureLinux",
  osDiskType: "Ephemeral",
  // On the machine's own disk, of which the smallest size has 75 GiB; Azure's default of 128 is refused there.
  osDiskSizeGB: 64,
  maxPods: 110,
  vnetSubnetID: nodesSubnetId,
  enableNodePublicIP: false,
  upgradeSettings: { maxSurge: "33%" },
});

/**
 * An AKS cluster: Cilium, Entra ID for people, workload identity for pods, no local accounts, one system pool inline and
 * each other pool a resource of its own, so that an edit of a pool never replaces the cluster. Costs the standard tier
 * and its nodes; exposes its API as the model says.
 *
 * @example new AksCluster("todo-aks", { aks, resourceGroupName, subscriptionId, nodesSubnetId, logsWorkspaceId });
 */
export class AksCluster extends ComponentResource {
  /** The cluster itself, for what goes with it. */
  readonly cluster: ManagedCluster;
  readonly clusterName: Output<string>;
  readonly clusterId: Output<string>;
  /** Issuer of the pods' tokens. */
  readonly issuer: Output<string>;
  /** Identity of the nodes, which pulls images. */
  readonly kubeletPrincipalId: Output<string>;

  constructor(name: string, args: AksClusterArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:AksCluster", name, {}, options);
    const { aks, resourceGroupName, subscriptionId, nodesSubnetId } = args;
    const child = { parent: this };
    const identity = new UserAssignedIdentity(
      `${name}-identity`,
      { resourceName: `${aks.name}-cluster`, resourceGroupName, location: aks.region },
      child,
    );
    const joins = assignRole(
      `${name}-joins-subnet`,
      {
        subscriptionId,
        principalId: identity.principalId,
        principalType: "ServicePrincipal",
        role: "networkContributor",
        scope: nodesSubnetId,
      },
      child,
    );
    const cluster = this.#cluster(name, args, identity.id, joins);
    this.#pools(name, args, cluster);
    this.#windows(name, args, cluster);
    this.cluster = cluster;
    this.clusterName = cluster.name;
    this.clusterId = cluster.id;
    this.issuer = cluster.oidcIssuerProfile.apply((profile) => profile?.issuerURL ?? "");
    this.kubeletPrincipalId = cluster.identityProfile.apply((profile) => profile?.["kubeletidentity"]?.objectId ?? "");
    this.registerOutputs({ clusterName: this.clusterName });
  }

  #cluster(name: string, args: AksClusterArgs, identityId: Output<string>, joins: Resource): ManagedCluster {
    const { aks, resourceGroupName, logsWorkspaceId } = args;
    return new ManagedCluster(
      `${name}-cluster`,
      {
        resourceName: aks.name,
        resourceGroupName,
        location: aks.region,
        dnsPrefix: aks.name,
        nodeResourceGroup: `${aks.name}-nodes`,
        kubernetesVersion: aks.kubernetesVersion,
        sku: { name: "Base", tier: "Standard" },
        identity: { type: "UserAssigned", userAssignedIdentities: [identityId] },
        aadProfile: { managed: true, enableAzureRBAC: true, adminGroupObjectIDs: [...aks.adminGroups] },
        disableLocalAccounts: true,
        apiServerAccessProfile: { ...apiServerProfile(aks.apiServer), disableRunCommand: true },
        agentPoolProfiles: [{ name: aks.systemPool.name, ...poolOf(args, aks.systemPool), mode: "System" }],
        networkProfile: networkProfile(aks),
        oidcIssuerProfile: { enabled: true },
        securityProfile: { workloadIdentity: { enabled: true }, imageCleaner: { enabled: true, intervalHours: 168 } },
        azureMonitorProfile: { metrics: { enabled: true } },
        addonProfiles: {
          omsagent: { enabled: true, config: { logAnalyticsWorkspaceResourceID: logsWorkspaceId, useAADAuth: "true" } },
          azurepolicy: { enabled: true },
        },
        autoUpgradeProfile: { upgradeChannel: "patch", nodeOSUpgradeChannel: "NodeImage" },
        storageProfile: { diskCSIDriver: { enabled: true }, snapshotController: { enabled: true } },
      },
      {
        parent: this,
        protect: true,
        dependsOn: [joins],
        // Azure's own upgrades move the patch version and, with the autoscaler, the number of nodes.
        ignoreChanges: ["kubernetesVersion", "agentPoolProfiles[0].count", "agentPoolProfiles[0].orchestratorVersion"],
      },
    );
  }

  #pools(name: string, args: AksClusterArgs, cluster: ManagedCluster): void {
    const { aks, resourceGroupName } = args;
    for (const pool of aks.userPools)
      new AgentPool(
        `${name}-${pool.name}`,
        {
          agentPoolName: poolName(pool),
          resourceName: cluster.name,
          resourceGroupName,
          ...poolOf(args, pool),
          mode: "User",
        },
        { parent: this, deletedWith: cluster, ignoreChanges: ["count", "orchestratorVersion"] },
      );
  }

  #windows(name: string, { resourceGroupName }: AksClusterArgs, cluster: ManagedCluster): void {
    for (const [configName, day] of [
      ["aksManagedAutoUpgradeSchedule", "Sunday"],
      ["aksManagedNodeOSUpgradeSchedule", "Saturday"],
    ] as const)
      new MaintenanceConfiguration(
        `${name}-${configName}`,
        { configName, resourceName: cluster.name, resourceGroupName, maintenanceWindow: window(day) },
        { parent: this, deletedWith: cluster },
      );
  }
}
