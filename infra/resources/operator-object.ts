import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import type { ObjectMetadata } from "../model/object-metadata.ts";
import type { Inputs } from "./inputs.ts";

/** An object that an operator acts upon. */
export interface OperatorManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly spec: object;
}

/** Arguments of such an object: its manifest, in whose spec every value may be the output of another resource. */
export interface OperatorObjectArgs<Manifest extends OperatorManifest> {
  readonly manifest: Omit<Manifest, "spec"> & { readonly spec: Inputs<Manifest["spec"]> };
  /** Takes the place of the manifest's namespace, so that a Namespace resource is waited for. */
  readonly namespace?: Input<string>;
}

/** A typed object of an operator's CRD; its name is never generated. */
export class OperatorObject<Manifest extends OperatorManifest> extends CustomResource {
  constructor(name: string, { manifest, namespace }: OperatorObjectArgs<Manifest>, options?: CustomResourceOptions) {
    const metadata = { ...manifest.metadata, ...(namespace === undefined ? {} : { namespace }) };
    super(name, { ...manifest, metadata }, options);
  }
}
