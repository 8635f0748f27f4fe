import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { DashboardSpec } from "../model/dashboards/dashboard-spec.ts";
import { dashboardsOf } from "../model/dashboards/dashboards.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";

/** Arguments of {@link Dashboards}. */
export interface DashboardsArgs {
  readonly platform: PlatformSpec;
  /** Labels by which Grafana finds them. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Grafana's SDK takes 150 ms and 37 MB, which programs without dashboards need not pay. */
const toJson = async (dashboard: DashboardSpec): Promise<string> => {
  const { toGrafana } = await import("../model/dashboards/to-grafana.ts");
  return JSON.stringify(toGrafana(dashboard));
};

/**
 * The dashboards, each in a ConfigMap of the monitoring namespace, where Grafana's sidecar takes it up. Costs nothing;
 * exposes nothing.
 *
 * @example new Dashboards("dashboards", { platform, labels: { grafana_dashboard: "1" } });
 */
export class Dashboards extends ComponentResource {
  constructor(name: string, { platform, labels }: DashboardsArgs, options?: ComponentResourceOptions) {
    super("todo-platform:observability:Dashboards", name, {}, options);
    for (const dashboard of dashboardsOf(platform)) {
      const metadata = { name: dashboard.uid, namespace: platform.tracing.namespace, labels: { ...labels } };
      const data = { [`${dashboard.uid}.json`]: toJson(dashboard) };
      new ConfigMap(`${name}-${dashboard.uid}`, { metadata, data }, { parent: this });
    }
    this.registerOutputs({});
  }
}
