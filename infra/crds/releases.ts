import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readChartCrds } from "./generate.ts";

/** An annotation that the injector of a release reads. */
export interface ReleaseAnnotation {
  readonly key: string;
  /** Go type of the field it sets, without the pointer. */
  readonly type: "bool" | "int" | "int32" | "string";
  readonly default?: string;
  readonly deprecated?: true;
}

/** What a release of Dapr knows: enough to tell since when a kind, field, annotation or feature exists. */
export interface ReleaseFacts {
  /** The exact release that was read. */
  readonly release: string;
  /** Every path of the CRDs, such as `Configuration/v1alpha1.spec.tracing.otel`. */
  readonly paths: readonly string[];
  readonly annotations: readonly ReleaseAnnotation[];
  /** Features that a Configuration may switch. */
  readonly features: readonly string[];
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

interface Crd {
  readonly spec: {
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Schema } }[];
  };
}

/** The releases that the model knows; the last one is the pinned one. */
export const knownReleases = ["1.16.0", "1.17.5", "1.18.2"] as const;

const schemaPaths = (schema: Schema, at: string): string[] => [
  at,
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => schemaPaths(field, `${at}.${name}`)),
  ...(schema.items ? schemaPaths(schema.items, `${at}[]`) : []),
  ...(typeof schema.additionalProperties === "object" ? schemaPaths(schema.additionalProperties, `${at}{}`) : []),
];

const crdPaths = (module: string): string[] =>
  (readChartCrds(join(module, "charts/dapr")) as unknown as Crd[])
    .flatMap((crd) =>
      crd.spec.versions.flatMap((version) =>
        schemaPaths(version.schema.openAPIV3Schema, `${crd.spec.names.kind}/${version.name}`),
      ),
    )
    .sort();

/** The keys of pkg/injector/annotations/annotations.go with the struct tags of pkg/injector/patcher/sidecar.go. */
const injectorAnnotations = (module: string): ReleaseAnnotation[] => {
  const keys = readFileSync(join(module, "pkg/injector/annotations/annotations.go"), "utf8");
  const patcher = readFileSync(join(module, "pkg/injector/patcher/sidecar.go"), "utf8");
  const fields = new Map(
    [...patcher.matchAll(/^\s+\w+\s+\*?(\w+)\s+`annotation:"([^"]+)"(?:\s+default:"([^"]*)")?`(.*)$/gm)].map(
      ([, type, key, preset, comment]) => [key, { type, preset, comment }] as const,
    ),
  );
  return [...keys.matchAll(/^\s+Key\w+\s+= "([^"]+)"(.*)$/gm)].map(([, key = "", comment = ""]) => {
    const field = fields.get(key);
    return {
      key,
      type: (field?.type ?? "string") as ReleaseAnnotation["type"],
      ...(field?.preset === undefined ? {} : { default: field.preset }),
      ...(/deprecated|legacy flag/i.test(`${comment}${field?.comment}`) ? { deprecated: true as const } : {}),
    };
  });
};

const featureNames = (module: string): string[] =>
  [...readFileSync(join(module, "pkg/config/configuration.go"), "utf8").matchAll(/^\s+\w+\s+Feature = "(\w+)"/gm)].map(
    ([, name = ""]) => name,
  );

/** Folder of Dapr's Go module in a release, downloaded when it is not there yet. */
export const daprModule = (release: string): string => {
  const answer = execFileSync("go", ["mod", "download", "-json", `github.com/dapr/dapr@v${release}`], {
    encoding: "utf8",
    cwd: "/",
  });
  return (JSON.parse(answer) as { Dir: string }).Dir;
};

/** Reads the facts of a release out of its sources. */
export const readRelease = (release: string, module: string): ReleaseFacts => ({
  release,
  paths: crdPaths(module),
  annotations: injectorAnnotations(module),
  features: featureNames(module),
});

if (import.meta.main) {
  const facts = knownReleases.map((release) => readRelease(release, daprModule(release)));
  writeFileSync(new URL("./releases.json", import.meta.url), `${JSON.stringify(facts, null, 1)}\n`);
}
