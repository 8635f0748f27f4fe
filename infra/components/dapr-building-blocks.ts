import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { toComponents } from "../model/dapr/component.ts";
import { toConfigurations } from "../model/dapr/configuration.ts";
import { toResiliency } from "../model/dapr/resiliency.ts";
import { toSubscriptions } from "../model/dapr/subscription.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { Component, Configuration, Resiliency, Subscription } from "../resources/dapr.ts";

/** Arguments of {@link DaprBuildingBlocks}. */
export interface DaprBuildingBlocksArgs {
  readonly platform: PlatformSpec;
  readonly namespace: Input<string>;
}

/**
 * The Dapr objects of a platform: components, a Configuration for each app, Subscriptions and Resiliency. They have no
 * status, so pass what must exist before sidecars load them (operator, broker, databases, Secrets) as `dependsOn`.
 * Costs nothing by itself; exposes what the topology allows and nothing else.
 *
 * @example new DaprBuildingBlocks("dapr-objects", { platform, namespace }, { dependsOn: [controlPlane, topics] });
 */
export class DaprBuildingBlocks extends ComponentResource {
  constructor(name: string, args: DaprBuildingBlocksArgs, options?: ComponentResourceOptions) {
    super("todo-platform:dapr:DaprBuildingBlocks", name, {}, options);
    const { platform, namespace } = args;
    const child = { parent: this };
    for (const component of toComponents(platform))
      new Component(`${name}-${component.name}`, { ...component, namespace }, child);
    for (const configuration of toConfigurations(platform))
      new Configuration(`${name}-${configuration.name}`, { ...configuration, namespace }, child);
    for (const subscription of toSubscriptions(platform))
      new Subscription(
        `${name}-${subscription.name}`,
        { ...subscription, namespace, scopes: [subscription.app] },
        child,
      );
    const resiliency = toResiliency(platform);
    new Resiliency(`${name}-${resiliency.name}`, { ...resiliency, namespace }, child);
    this.registerOutputs({});
  }
}
