import { ComponentResource, type ComponentResourceOptions, type Input, type Resource } from "@pulumi/pulumi";
import type { PlainManifest } from "../model/workload-manifests.ts";
import { PlainObject } from "../resources/plain-object.ts";

/** Arguments of {@link Workload}. */
export interface WorkloadArgs {
  /** In the order of their needs. */
  readonly manifests: readonly PlainManifest[];
  readonly namespace: Input<string>;
}

const runs: readonly string[] = ["Deployment", "DaemonSet"];

/**
 * A part whose objects the model makes whole, such as Jaeger, the OpenTelemetry collector or Fluent Bit: its pods start
 * when everything else of it is there. Costs what its manifests reserve; exposes what they say.
 *
 * @example new Workload("tracing", { manifests: toJaegerManifests(tracing, image), namespace });
 */
export class Workload extends ComponentResource {
  constructor(name: string, { manifests, namespace }: WorkloadArgs, options?: ComponentResourceOptions) {
    super("todo-platform:observability:Workload", name, {}, options);
    const before: Resource[] = [];
    for (const manifest of manifests) {
      const role = manifest.kind.toLowerCase();
      const needs = runs.includes(manifest.kind) ? { dependsOn: [...before] } : {};
      before.push(new PlainObject(`${name}-${role}`, { manifest, namespace }, { parent: this, ...needs }));
    }
    this.registerOutputs({});
  }
}
