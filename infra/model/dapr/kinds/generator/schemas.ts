import { readFileSync } from "node:fs";
import { daprVersions, type DaprVersion } from "../dapr-version.ts";
import type { SchemaNode } from "../schema-node.ts";
import { overlay } from "./overlay.ts";

/** The part of OpenAPI v3 that Dapr's CRDs use. */
export interface OpenApiSchema {
  readonly type?: SchemaNode["type"];
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly minItems?: number;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
}

interface Crd {
  readonly spec: {
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly schema: { readonly openAPIV3Schema: OpenApiSchema };
    }[];
  };
}

/** The facts of a release, as infra/crds/releases.ts writes them. */
export interface Release {
  readonly release: string;
  readonly paths: readonly string[];
  readonly annotations: readonly {
    readonly key: string;
    readonly type: string;
    readonly default?: string;
    readonly deprecated?: true;
  }[];
  readonly features: readonly string[];
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as T;

/** The releases that were read, oldest first. */
export const readReleases = (): Release[] => readJson("../../../../crds/releases.json");

/** The minor version of a release: `1.18` of `1.18.2`. */
export const minorOf = (release: Release): DaprVersion => {
  const minor = release.release.split(".").slice(0, 2).join(".");
  const known = daprVersions.find((version) => version === minor);
  if (known === undefined) throw new Error(`release ${release.release} is of no known minor version`);
  return known;
};

/** First release in which something exists, or undefined when every known one has it. */
export const sinceOf = (releases: readonly Release[], has: (release: Release) => boolean): DaprVersion | undefined => {
  const first = releases.findIndex(has);
  const found = releases[first];
  return first <= 0 || found === undefined ? undefined : minorOf(found);
};

interface Place {
  /** Since when the surroundings exist; said once, there. */
  readonly outer: DaprVersion | undefined;
  /** Without the version, as the overlay has it. */
  readonly path: string;
  /** With the version, as releases.json has it. */
  readonly released: string;
  readonly releases: readonly Release[];
}

const below = (place: Place, step: string, outer: DaprVersion | undefined): Place => ({
  ...place,
  outer,
  path: place.path + step,
  released: place.released + step,
});

/** Leaves out what is not set, so that the committed file stays short. */
const compact = (node: { [Key in keyof SchemaNode]: SchemaNode[Key] | undefined }): SchemaNode =>
  JSON.parse(JSON.stringify(node)) as SchemaNode;

const toNode = (schema: OpenApiSchema, place: Place): SchemaNode => {
  const refined = overlay[place.path];
  const fields = Object.entries(schema.properties ?? {});
  const since = sinceOf(place.releases, (release) => release.paths.includes(place.released));
  const preserved = schema["x-kubernetes-preserve-unknown-fields"] === true;
  return compact({
    type: schema.type ?? "any",
    fields:
      fields.length === 0 || preserved
        ? undefined
        : Object.fromEntries(fields.map(([name, field]) => [name, toNode(field, below(place, `.${name}`, since))])),
    values: schema.additionalProperties && toNode(schema.additionalProperties, below(place, "{}", since)),
    items: schema.items && toNode(schema.items, below(place, "[]", since)),
    required: schema.required?.filter((name) => !refined?.clusterRequired?.includes(name)),
    clusterRequired: refined?.clusterRequired,
    enum: schema.enum ?? refined?.enum,
    anyCase: refined?.anyCase,
    format: refined?.format,
    minLength: schema.minLength,
    minItems: schema.minItems,
    exactlyOne: refined?.exactlyOne,
    atLeastOne: refined?.atLeastOne,
    since: since === place.outer ? undefined : since,
    selfHostedString: refined?.selfHostedString,
  });
};

/** The schemas of the pinned CRDs by kind and version, refined by the overlay. */
export const buildSchemas = (): Record<string, Record<string, SchemaNode>> => {
  const releases = readReleases();
  const crds = readJson<Crd[]>("../../../../crds/dapr.json");
  return Object.fromEntries(
    crds.map(({ spec }) => [
      spec.names.kind,
      Object.fromEntries(
        spec.versions.map(({ name, schema }) => [
          name,
          toNode(schema.openAPIV3Schema, {
            outer: undefined,
            path: spec.names.kind,
            released: `${spec.names.kind}/${name}`,
            releases,
          }),
        ]),
      ),
    ]),
  );
};
