import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { toCpuScaler, toLagAuthentication, toLagScaler } from "../model/scaling/scalers.ts";
import type { ScalingSpec } from "../model/scaling/scaling.ts";
import { ScaledObject, TriggerAuthentication } from "../resources/keda.ts";

/** Arguments of {@link AppScaling}. */
export interface AppScalingArgs {
  readonly platform: PlatformSpec;
  readonly app: string;
  readonly namespace: Input<string>;
  readonly scaling: ScalingSpec;
}

/**
 * How many replicas an app has: by its CPU (HorizontalPodAutoscaler, needs the metrics server) or by what waits for it
 * in Kafka (ScaledObject, needs KEDA). Costs up to the most replicas; exposes nothing.
 *
 * @example new AppScaling("audit-service-scaling", { platform, app: "audit-service", namespace, scaling });
 */
export class AppScaling extends ComponentResource {
  constructor(name: string, args: AppScalingArgs, options?: ComponentResourceOptions) {
    super("todo-platform:app:AppScaling", name, {}, options);
    const { platform, app, namespace, scaling } = args;
    const child = { parent: this };
    const { kafka } = platform;
    if (scaling.by.kind === "cpu") {
      const { metadata, spec } = toCpuScaler(platform, app, scaling, scaling.by.utilization);
      new HorizontalPodAutoscaler(`${name}-cpu`, { metadata: { ...metadata, namespace }, spec }, child);
    } else if (kafka !== undefined) {
      const authentication = new TriggerAuthentication(
        `${name}-kafka`,
        { manifest: toLagAuthentication(platform, kafka, app), namespace },
        child,
      );
      new ScaledObject(
        `${name}-lag`,
        { manifest: toLagScaler(platform, kafka, app, scaling, scaling.by.records), namespace },
        { parent: this, dependsOn: [authentication] },
      );
    }
    this.registerOutputs({});
  }
}
