import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import type { PlainManifest } from "../model/workload-manifests.ts";

/** Arguments of {@link PlainObject}. */
export interface PlainObjectArgs {
  readonly manifest: PlainManifest;
  /** Takes the place of the manifest's namespace, so that a Namespace resource is waited for. */
  readonly namespace?: Input<string>;
}

/** An object of any kind whose whole manifest the model makes; the provider waits for it as for any of its kind. */
export class PlainObject extends CustomResource {
  constructor(name: string, { manifest, namespace }: PlainObjectArgs, options?: CustomResourceOptions) {
    const place = manifest.metadata.namespace === undefined || namespace === undefined ? {} : { namespace };
    super(name, { ...manifest, metadata: { ...manifest.metadata, ...place } }, options);
  }
}
