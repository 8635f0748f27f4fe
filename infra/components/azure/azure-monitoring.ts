import { Grafana } from "@pulumi/azure-native/dashboard/grafana.js";
import { AzureMonitorWorkspace } from "@pulumi/azure-native/monitor/azureMonitorWorkspace.js";
import { Workspace } from "@pulumi/azure-native/operationalinsights/workspace.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import type { AksSpec } from "../../model/clouds/aks.ts";
import { assignRole } from "./roles.ts";

/** Arguments of {@link AzureMonitoring}. */
export interface AzureMonitoringArgs {
  readonly aks: AksSpec;
  readonly resourceGroupName: Input<string>;
  readonly subscriptionId: Input<string>;
}

/**
 * Where metrics and logs go: managed Prometheus, a Log Analytics workspace, and Grafana that may query both. Costs by what
 * is taken in and kept, and Grafana by its users.
 *
 * @example new AzureMonitoring("monitoring", { aks, resourceGroupName, subscriptionId });
 */
export class AzureMonitoring extends ComponentResource {
  readonly logsWorkspaceId: Output<string>;
  readonly metricsWorkspaceId: Output<string>;
  readonly grafanaEndpoint: Output<string>;

  constructor(name: string, args: AzureMonitoringArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:AzureMonitoring", name, {}, options);
    const { aks, resourceGroupName, subscriptionId } = args;
    const location = aks.region;
    const child = { parent: this };
    const logs = new Workspace(
      `${name}-logs`,
      {
        workspaceName: `${aks.name}-logs`,
        resourceGroupName,
        location,
        sku: { name: "PerGB2018" },
        retentionInDays: aks.logRetentionDays,
      },
      child,
    );
    const metrics = new AzureMonitorWorkspace(
      `${name}-metrics`,
      { azureMonitorWorkspaceName: `${aks.name}-metrics`, resourceGroupName, location },
      child,
    );
    const grafana = new Grafana(
      `${name}-grafana`,
      {
        workspaceName: `${aks.name}-grafana`,
        resourceGroupName,
        location,
        sku: { name: "Standard" },
        identity: { type: "SystemAssigned" },
        properties: {
          apiKey: "Disabled",
          grafanaIntegrations: { azureMonitorWorkspaceIntegrations: [{ azureMonitorWorkspaceResourceId: metrics.id }] },
        },
      },
      child,
    );
    const principalId = grafana.identity.apply((identity) => identity?.principalId ?? "");
    for (const [role, scope] of [
      ["monitoringDataReader", metrics.id],
      ["monitoringReader", logs.id],
    ] as const)
      assignRole(
        `${name}-grafana-${role}`,
        { subscriptionId, principalId, principalType: "ServicePrincipal", role, scope },
        child,
      );
    this.logsWorkspaceId = logs.id;
    this.metricsWorkspaceId = metrics.id;
    this.grafanaEndpoint = grafana.properties.apply(({ endpoint }) => endpoint);
    this.registerOutputs({ grafanaEndpoint: this.grafanaEndpoint });
  }
}
