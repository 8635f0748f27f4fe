import { mkdirSync, writeFileSync } from "node:fs";
import { annotationsModule, featuresModule } from "./generator/annotations.ts";
import { kindFile, kindModule } from "./generator/kind-types.ts";
import { buildSchemas } from "./generator/schemas.ts";

/** Version of each kind that the types are made for; an older one is only checked. */
const typedVersions: Readonly<Record<string, string>> = { Subscription: "v2alpha1" };

/**
 * Every generated file of the kinds: name -> content. Read from `infra/crds/dapr.json` (the pinned chart's CRDs),
 * `infra/crds/releases.json` (what each known release has) and the overlay. A test compares them with what is committed.
 */
export const generatedKinds = (): Record<string, string> => {
  const schemas = buildSchemas();
  const modules = Object.entries(schemas).map(([kind, versions]) => {
    const version = typedVersions[kind] ?? "v1alpha1";
    const schema = versions[version];
    if (!schema) throw new Error(`the CRD of ${kind} has no ${version}`);
    return [kindFile(kind), kindModule(kind, version, schema)] as const;
  });
  return {
    "schemas.json": `${JSON.stringify(schemas)}\n`,
    ...Object.fromEntries(modules),
    "annotations.ts": annotationsModule(),
    "features.ts": featuresModule(),
  };
};

if (import.meta.main) {
  const folder = new URL("./generated/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(generatedKinds())) writeFileSync(new URL(name, folder), content);
}
