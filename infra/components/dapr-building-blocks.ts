import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Input,
} from "@pulumi/pulumi";
import { toManifests, type DaprManifest } from "../model/dapr/manifests.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { daprObject } from "../resources/dapr.ts";

/** Arguments of {@link DaprBuildingBlocks}. */
export interface DaprBuildingBlocksArgs {
  readonly platform: PlatformSpec;
  readonly namespace: Input<string>;
}

const roleOf = ({ pubsub, secretStore }: PlatformSpec, { kind, metadata: { name } }: DaprManifest): string => {
  if (kind !== "Component") return name;
  return name === pubsub ? "pubsub" : name === secretStore ? "secret-store" : name;
};

/**
 * A resource that is called by what it is for, where its object's name tells which server is behind it. Another server is
 * then another object of the same resource, and the old object goes before the apps are started anew: it would be loaded
 * into their sidecars, which lack what it needs by then, and end them.
 */
const named = (
  blocks: string,
  platform: PlatformSpec,
  manifest: DaprManifest,
): { readonly resource: string; readonly options: CustomResourceOptions } => {
  const before = `${blocks}-${manifest.metadata.name}`;
  const resource = `${blocks}-${roleOf(platform, manifest)}`;
  if (resource === before) return { resource, options: {} };
  return { resource, options: { deleteBeforeReplace: true, aliases: [{ name: before }] } };
};

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
    for (const manifest of toManifests(platform)) {
      const { resource, options: more } = named(name, platform, manifest);
      daprObject(resource, manifest, namespace, { parent: this, ...more });
    }
    this.registerOutputs({});
  }
}
