import { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import type { AksSpec } from "../../model/clouds/aks.ts";
import { AksCluster } from "./aks-cluster.ts";
import { AppIdentities } from "./app-identities.ts";
import { AzureAlerts } from "./azure-alerts.ts";
import { AzureMonitoring } from "./azure-monitoring.ts";
import { AzureNetwork } from "./azure-network.ts";
import { ClusterTelemetry } from "./cluster-telemetry.ts";
import { AzureRegistry } from "./container-registry.ts";
import { keepLogs } from "./diagnostics.ts";
import { FlexiblePostgres } from "./flexible-postgres.ts";

/** Arguments of {@link AzureFoundation}. */
export interface AzureFoundationArgs {
  readonly aks: AksSpec;
  readonly subscriptionId: Input<string>;
  readonly tenantId: Input<string>;
  /** PostgreSQL's; undefined makes no server. */
  readonly maxConnections: number | undefined;
  /** Namespace of the apps, and the apps that act as identities of Entra ID. */
  readonly namespace: string;
  readonly apps: readonly string[];
}

/**
 * Everything of Azure that the platform stands on: a resource group with network, monitoring, cluster, registry and
 * PostgreSQL. Costs what its parts cost; exposes the registry's endpoint and the cluster's API as the model says.
 *
 * @example new AzureFoundation("todo-azure", { aks: todoAks(...), subscriptionId, tenantId, ... });
 */
export class AzureFoundation extends ComponentResource {
  readonly resourceGroupName: Output<string>;
  readonly network: AzureNetwork;
  readonly cluster: AksCluster;
  readonly registry: AzureRegistry;
  readonly identities: AppIdentities;
  readonly postgres: FlexiblePostgres | undefined;
  readonly monitoring: AzureMonitoring;

  constructor(name: string, args: AzureFoundationArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:AzureFoundation", name, {}, options);
    const { aks, subscriptionId } = args;
    const child = { parent: this };
    const group = new ResourceGroup(
      `${name}-group`,
      { resourceGroupName: `${aks.name}-platform`, location: aks.region },
      { ...child, protect: true },
    );
    const resourceGroupName = group.name;
    this.network = new AzureNetwork(`${name}-network`, { aks, resourceGroupName }, child);
    this.monitoring = new AzureMonitoring(`${name}-monitoring`, { aks, resourceGroupName, subscriptionId }, child);
    this.cluster = new AksCluster(
      `${name}-aks`,
      {
        aks,
        resourceGroupName,
        subscriptionId,
        nodesSubnetId: this.network.nodesSubnetId,
        logsWorkspaceId: this.monitoring.logsWorkspaceId,
      },
      child,
    );
    this.identities = new AppIdentities(
      `${name}-apps`,
      {
        name: aks.name,
        resourceGroupName,
        location: aks.region,
        issuer: this.cluster.issuer,
        namespace: args.namespace,
        apps: args.apps,
      },
      child,
    );
    this.registry = this.#registry(name, args, resourceGroupName);
    this.postgres = this.#postgres(name, args, resourceGroupName);
    this.#watch(name, args, resourceGroupName);
    this.resourceGroupName = resourceGroupName;
    this.registerOutputs({ resourceGroupName });
  }

  #registry(name: string, { aks, subscriptionId }: AzureFoundationArgs, resourceGroupName: Output<string>) {
    return new AzureRegistry(
      `${name}-registry`,
      {
        registryName: `${aks.name}${aks.suffix}`,
        resourceGroupName,
        location: aks.region,
        subscriptionId,
        pullerId: this.cluster.kubeletPrincipalId,
      },
      { parent: this },
    );
  }

  #postgres(
    name: string,
    { aks, tenantId, maxConnections }: AzureFoundationArgs,
    resourceGroupName: Output<string>,
  ): FlexiblePostgres | undefined {
    if (maxConnections === undefined) return undefined;
    return new FlexiblePostgres(
      `${name}-postgres`,
      {
        aks,
        serverName: `${aks.name}-postgres-${aks.suffix}`,
        resourceGroupName,
        tenantId,
        networkId: this.network.networkId,
        subnetId: this.network.postgresSubnetId,
        maxConnections,
      },
      { parent: this },
    );
  }

  #watch(name: string, { aks }: AzureFoundationArgs, resourceGroupName: Output<string>): void {
    const child = { parent: this };
    const { clusterId } = this.cluster;
    const { logsWorkspaceId, metricsWorkspaceId } = this.monitoring;
    new ClusterTelemetry(
      `${name}-telemetry`,
      { aks, resourceGroupName, clusterId, logsWorkspaceId, metricsWorkspaceId },
      child,
    );
    const { postgres } = this;
    if (postgres !== undefined)
      keepLogs(
        `${name}-postgres-logs`,
        { resourceUri: postgres.serverId, workspaceId: logsWorkspaceId, categories: ["PostgreSQLLogs"] },
        child,
      );
    if (aks.alertEmail === undefined) return;
    const watched = { cluster: clusterId, ...(postgres === undefined ? {} : { postgres: postgres.serverId }) };
    new AzureAlerts(`${name}-alerts`, { aks, resourceGroupName, email: aks.alertEmail, watched }, child);
  }
}
