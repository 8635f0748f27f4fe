import { DataCollectionEndpoint } from "@pulumi/azure-native/monitor/dataCollectionEndpoint.js";
import { DataCollectionRule } from "@pulumi/azure-native/monitor/dataCollectionRule.js";
import { DataCollectionRuleAssociation } from "@pulumi/azure-native/monitor/dataCollectionRuleAssociation.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { AksSpec } from "../../model/clouds/aks.ts";
import { keepLogs } from "./diagnostics.ts";

/** Arguments of {@link ClusterTelemetry}. */
export interface ClusterTelemetryArgs {
  readonly aks: AksSpec;
  readonly resourceGroupName: Input<string>;
  readonly clusterId: Input<string>;
  readonly logsWorkspaceId: Input<string>;
  readonly metricsWorkspaceId: Input<string>;
}

const metricStream = "Microsoft-PrometheusMetrics";
const logStream = "Microsoft-ContainerInsights-Group-Default";

/**
 * What the cluster's add-ons collect goes where it is kept: metrics to managed Prometheus, lines of containers and the
 * control plane's own logs to the workspace. Without the rules the add-ons run and nothing arrives. Costs by what is
 * taken in.
 *
 * @example new ClusterTelemetry("telemetry", { aks, resourceGroupName, clusterId: cluster.clusterId, ... });
 */
export class ClusterTelemetry extends ComponentResource {
  constructor(name: string, args: ClusterTelemetryArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:ClusterTelemetry", name, {}, options);
    const { clusterId, logsWorkspaceId } = args;
    this.#metrics(name, args);
    this.#lines(name, args);
    keepLogs(
      `${name}-control-plane`,
      {
        resourceUri: clusterId,
        workspaceId: logsWorkspaceId,
        categories: ["kube-audit-admin", "guard", "cluster-autoscaler", "cloud-controller-manager"],
      },
      { parent: this },
    );
    this.registerOutputs({});
  }

  #metrics(name: string, { aks, resourceGroupName, clusterId, metricsWorkspaceId }: ClusterTelemetryArgs): void {
    const child = { parent: this };
    const place = { resourceGroupName, location: aks.region };
    const endpoint = new DataCollectionEndpoint(
      `${name}-endpoint`,
      { dataCollectionEndpointName: `${aks.name}-metrics`, kind: "Linux", ...place },
      child,
    );
    const rule = new DataCollectionRule(
      `${name}-metrics`,
      {
        dataCollectionRuleName: `${aks.name}-metrics`,
        kind: "Linux",
        ...place,
        dataCollectionEndpointId: endpoint.id,
        dataSources: { prometheusForwarder: [{ name: "prometheus", streams: [metricStream] }] },
        destinations: { monitoringAccounts: [{ name: "metrics", accountResourceId: metricsWorkspaceId }] },
        dataFlows: [{ streams: [metricStream], destinations: ["metrics"] }],
      },
      child,
    );
    new DataCollectionRuleAssociation(
      `${name}-metrics-of-cluster`,
      { associationName: `${aks.name}-metrics`, resourceUri: clusterId, dataCollectionRuleId: rule.id },
      child,
    );
  }

  #lines(name: string, { aks, resourceGroupName, clusterId, logsWorkspaceId }: ClusterTelemetryArgs): void {
    const child = { parent: this };
    const rule = new DataCollectionRule(
      `${name}-logs`,
      {
        dataCollectionRuleName: `${aks.name}-logs`,
        kind: "Linux",
        resourceGroupName,
        location: aks.region,
        dataSources: {
          extensions: [
            {
              name: "containers",
              extensionName: "ContainerInsights",
              streams: [logStream],
              extensionSettings: {
                dataCollectionSettings: { interval: "1m", namespaceFilteringMode: "Off", enableContainerLogV2: true },
              },
            },
          ],
        },
        destinations: { logAnalytics: [{ name: "logs", workspaceResourceId: logsWorkspaceId }] },
        dataFlows: [{ streams: [logStream], destinations: ["logs"] }],
      },
      child,
    );
    // The add-on looks for a rule of this name and takes no other.
    new DataCollectionRuleAssociation(
      `${name}-logs-of-cluster`,
      { associationName: "ContainerInsightsExtension", resourceUri: clusterId, dataCollectionRuleId: rule.id },
      child,
    );
  }
}
