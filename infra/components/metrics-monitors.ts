import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { toPodMonitors } from "../model/observability/monitors.ts";
import type { ObservabilitySpec } from "../model/observability/observability.ts";
import { toPrometheusRule } from "../model/observability/prometheus.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { PodMonitor, PrometheusRule } from "../resources/monitoring.ts";
import { Dashboards } from "./dashboards.ts";
import { PrometheusServer } from "./prometheus-server.ts";

/** Arguments of {@link MetricsMonitors}. */
export interface MetricsMonitorsArgs {
  readonly platform: PlatformSpec;
  readonly observability: ObservabilitySpec;
}

/**
 * What is scraped and what is told: a PodMonitor for sidecars, apps, control plane and Kafka, the alerts, and a
 * Prometheus where the platform has its own. Needs the Prometheus operator. Costs nothing without a Prometheus of its
 * own; exposes nothing. Every namespace of the platform must exist: make it depend on what creates them.
 *
 * @example new MetricsMonitors("metrics", { platform, observability });
 */
export class MetricsMonitors extends ComponentResource {
  constructor(name: string, args: MetricsMonitorsArgs, options?: ComponentResourceOptions) {
    super("todo-platform:observability:MetricsMonitors", name, {}, options);
    const { platform, observability } = args;
    const child = { parent: this };
    for (const manifest of toPodMonitors(platform, observability))
      new PodMonitor(`${name}-${manifest.metadata.name}`, { manifest }, child);
    new PrometheusRule(`${name}-alerts`, { manifest: toPrometheusRule(platform, observability) }, child);
    if (observability.dashboards)
      new Dashboards(`${name}-dashboards`, { platform, labels: observability.dashboards }, child);
    if (observability.prometheus)
      new PrometheusServer(
        `${name}-prometheus`,
        { platform, observability, prometheus: observability.prometheus },
        child,
      );
    this.registerOutputs({});
  }
}
