import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { toFluentBitManifests } from "../model/logging/fluent-bit-manifests.ts";
import type { LoggingSpec } from "../model/logging/logging.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { Workload } from "./workload.ts";

/** Arguments of {@link LogCollector}. */
export interface LogCollectorArgs {
  readonly platform: PlatformSpec;
  readonly logging: LoggingSpec;
  readonly image: string;
}

/**
 * Fluent Bit on every node, in a namespace of its own whose pods may read the nodes' files: nothing else belongs there.
 * Costs 20m and 64 MiB for each node; exposes nothing.
 *
 * @example new LogCollector("logs", { platform, logging, image });
 */
export class LogCollector extends ComponentResource {
  constructor(name: string, { platform, logging, image }: LogCollectorArgs, options?: ComponentResourceOptions) {
    super("todo-platform:observability:LogCollector", name, {}, options);
    const labels = { "pod-security.kubernetes.io/enforce": "privileged" };
    const home = new Namespace(
      `${name}-namespace`,
      { metadata: { name: logging.namespace, labels } },
      { parent: this },
    );
    const manifests = toFluentBitManifests(platform, logging, image);
    new Workload(`${name}-fluent-bit`, { manifests, namespace: home.metadata.name }, { parent: this });
    this.registerOutputs({});
  }
}
