import { readFileSync } from "node:fs";

/** The part of a CustomResourceDefinition that is looked at; the rest is applied as it is published. */
export interface ModuleCrd {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly scope: "Namespaced" | "Cluster";
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly { readonly name: string; readonly served: boolean; readonly storage: boolean }[];
  };
}

/** Files of CRDs that `node infra/crds/modules.ts` makes from Go modules. */
export const crdFiles = [
  "prometheus-operator",
  "gateway-api",
  "cert-manager",
  "cloudnative-pg",
  "plugin-barman-cloud",
  "keda",
] as const;

/** The CRDs of the kinds that the platform makes for an operator, in the version that versions.json pins. */
export const moduleCrds = (name: (typeof crdFiles)[number]): ModuleCrd[] =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8")) as ModuleCrd[];
