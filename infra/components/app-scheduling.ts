import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { PriorityClass } from "@pulumi/kubernetes/scheduling/v1/priorityClass.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { kafkaPortOf } from "../model/kafka.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { priorityClassName } from "../model/scaling/placement.ts";
import { kedaNamespace, scalesByLag } from "../model/scaling/scaling.ts";

/** Arguments of {@link AppScheduling}. */
export interface AppSchedulingArgs {
  readonly platform: PlatformSpec;
  readonly namespace: Input<string>;
}

/**
 * What the apps' namespace may reserve, before which pods the apps run, and KEDA's way to the brokers where an app
 * scales by lag. Costs nothing; opens the brokers' ports to KEDA's namespace.
 *
 * @example new AppScheduling("scheduling", { platform, namespace });
 */
export class AppScheduling extends ComponentResource {
  constructor(name: string, { platform, namespace }: AppSchedulingArgs, options?: ComponentResourceOptions) {
    super("todo-platform:app:AppScheduling", name, {}, options);
    const { priority, quota } = platform.scheduling ?? {};
    const home = { "kubernetes.io/metadata.name": kedaNamespace(platform.scheduling) };
    const child = { parent: this };
    if (priority !== undefined)
      new PriorityClass(
        `${name}-priority`,
        { metadata: { name: priorityClassName(platform) }, value: priority, description: "Apps of the platform" },
        child,
      );
    if (quota !== undefined) {
      const hard = { "requests.cpu": quota.cpu, "requests.memory": quota.memory, pods: String(quota.pods) };
      new ResourceQuota(`${name}-quota`, { metadata: { name: "apps", namespace }, spec: { hard } }, child);
    }
    const { kafka } = platform;
    if (scalesByLag(platform.services) && kafka !== undefined && kafka.kind !== "external")
      new NetworkPolicy(
        `${name}-keda`,
        {
          metadata: { name: "keda", namespace: kafka.namespace },
          spec: {
            podSelector: {},
            ingress: [
              {
                from: [{ namespaceSelector: { matchLabels: home } }],
                ports: [{ port: kafkaPortOf(kafka) }],
              },
            ],
          },
        },
        child,
      );
    this.registerOutputs({});
  }
}
