import { readFileSync } from "node:fs";

/** The part of a CustomResourceDefinition that is touched; the rest is applied as the chart ships it. */
interface Crd {
  readonly metadata: { readonly name: string };
  readonly spec: CrdSpec;
}

interface CrdSpec {
  readonly group: string;
  readonly scope: string;
  readonly names: { readonly kind: string; readonly plural: string };
  readonly versions: { readonly name: string; readonly served: boolean; readonly storage: boolean }[];
  readonly conversion?: {
    readonly strategy: string;
    readonly webhook?: {
      readonly conversionReviewVersions: string[];
      readonly clientConfig?: { readonly service?: { name: string; namespace: string } };
    };
  };
}

/**
 * Dapr's CRDs of the pinned release, generated from its chart (`node infra/crds/generate.ts <chart>`). The conversion
 * webhook of `Subscription` gets the namespace of the control plane here; the CA bundle is the operator's, so it is left
 * to it.
 */
export const daprCrds = (controlPlaneNamespace: string): Crd[] => {
  const crds = JSON.parse(readFileSync(new URL("./dapr.json", import.meta.url), "utf8")) as Crd[];
  for (const crd of crds) {
    const service = crd.spec.conversion?.webhook?.clientConfig?.service;
    if (service) service.namespace = controlPlaneNamespace;
  }
  return crds;
};
