import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { toManifests } from "../model/dapr/manifests.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { daprObject } from "../resources/dapr.ts";

/** Arguments of {@link DaprBuildingBlocks}. */
export interface DaprBuildingBlocksArgs {
  readonly platform: PlatformSpec;
  readonly namespace: Input<string>;
}

/**
 * The Dapr objects of a platform: components, a Configuration for each app, Subscriptions, Resiliency, and what the
 * platform declares besides. They have no status, so pass what must exist before sidecars load them (operator, broker,
 * databases, Secrets) as `dependsOn`. Costs nothing by itself; exposes what the topology allows and nothing else.
 *
 * @example new DaprBuildingBlocks("dapr-objects", { platform, namespace }, { dependsOn: [controlPlane, topics] });
 */
export class DaprBuildingBlocks extends ComponentResource {
  constructor(name: string, args: DaprBuildingBlocksArgs, options?: ComponentResourceOptions) {
    super("todo-platform:dapr:DaprBuildingBlocks", name, {}, options);
    const { platform, namespace } = args;
    for (const manifest of toManifests(platform))
      daprObject(`${name}-${manifest.metadata.name}`, manifest, namespace, { parent: this });
    this.registerOutputs({});
  }
}
