import { readFileSync } from "node:fs";

/** A CRD of Strimzi; it is applied as its generator writes it. */
interface StrimziCrd {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: { readonly name: string; readonly served: boolean; readonly storage: boolean }[];
  };
}

/** Strimzi's CRDs of the pinned release, written by its own generator (`node infra/crds/strimzi/generate.ts`). */
export const strimziCrds = (): StrimziCrd[] =>
  (JSON.parse(readFileSync(new URL("./strimzi.json", import.meta.url), "utf8")) as { crds: StrimziCrd[] }).crds;
