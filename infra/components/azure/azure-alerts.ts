import { ActionGroup } from "@pulumi/azure-native/monitor/actionGroup.js";
import { MetricAlert } from "@pulumi/azure-native/monitor/metricAlert.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { AksSpec } from "../../model/clouds/aks.ts";
import { alertNamespaces, azureAlerts, type AzureAlert } from "../../model/clouds/azure-alerts.ts";

/** Arguments of {@link AzureAlerts}. */
export interface AzureAlertsArgs {
  readonly aks: AksSpec;
  readonly resourceGroupName: Input<string>;
  /** Who hears of it. */
  readonly email: string;
  /** What is watched; alerts of what is not there are not made. */
  readonly watched: Readonly<Partial<Record<AzureAlert["of"], Input<string>>>>;
}

/**
 * Alerts on what Azure runs, sent by email. Costs next to nothing.
 *
 * @example new AzureAlerts("alerts", { aks, resourceGroupName, email, watched: { cluster: cluster.clusterId } });
 */
export class AzureAlerts extends ComponentResource {
  constructor(name: string, args: AzureAlertsArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:AzureAlerts", name, {}, options);
    const { aks, resourceGroupName, email, watched } = args;
    const child = { parent: this };
    const group = new ActionGroup(
      `${name}-operators`,
      {
        actionGroupName: `${aks.name}-operators`,
        groupShortName: aks.name,
        resourceGroupName,
        location: "global",
        enabled: true,
        emailReceivers: [{ name: "operators", emailAddress: email, useCommonAlertSchema: true }],
      },
      child,
    );
    for (const alert of azureAlerts) {
      const scope = watched[alert.of];
      if (scope === undefined) continue;
      new MetricAlert(
        `${name}-${alert.name}`,
        {
          ruleName: `${aks.name}-${alert.name}`,
          resourceGroupName,
          location: "global",
          description: alert.says,
          enabled: true,
          severity: alert.severity,
          scopes: [scope],
          evaluationFrequency: "PT1M",
          windowSize: "PT5M",
          autoMitigate: true,
          criteria: {
            odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
            allOf: [
              {
                criterionType: "StaticThresholdCriterion",
                name: alert.metric,
                metricName: alert.metric,
                metricNamespace: alertNamespaces[alert.of],
                operator: alert.operator,
                threshold: alert.threshold,
                timeAggregation: alert.aggregation,
              },
            ],
          },
          actions: [{ actionGroupId: group.id }],
        },
        child,
      );
    }
    this.registerOutputs({});
  }
}
