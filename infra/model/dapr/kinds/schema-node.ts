import { readFileSync } from "node:fs";
import type { DaprVersion } from "./dapr-version.ts";

/** Spelling of a string that the CRD leaves open. */
export type ValueFormat =
  /** What Go's time.ParseDuration takes. */
  | "duration"
  /** The same, or whole milliseconds without a unit. */
  | "duration-or-milliseconds";

/** What may stand at one place of a manifest: the CRD's own schema, refined by the overlay. */
export interface SchemaNode {
  readonly type: "object" | "array" | "string" | "integer" | "boolean" | "any";
  readonly fields?: Readonly<Record<string, SchemaNode>>;
  /** Of an object with free names. */
  readonly values?: SchemaNode;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  /** Required by the cluster only: daprd outside of it starts without. */
  readonly clusterRequired?: readonly string[];
  readonly enum?: readonly string[];
  /** Whether the values of `enum` are taken in any case. */
  readonly anyCase?: true;
  readonly format?: ValueFormat;
  readonly minLength?: number;
  readonly minItems?: number;
  /** Exactly one of these fields is set. */
  readonly exactlyOne?: readonly string[];
  /** One of these fields has an item. */
  readonly atLeastOne?: readonly string[];
  /** First release that has it, unless all have. */
  readonly since?: DaprVersion;
  /** A string stands for it outside of a cluster. */
  readonly selfHostedString?: true;
}

/** The schemas by kind and version: `Component` -> `v1alpha1`. */
export type KindSchemas = Readonly<Record<string, Readonly<Record<string, SchemaNode>>>>;

let schemas: KindSchemas | undefined;

/** The schema of every Dapr kind, read once, when it is first needed. */
export const kindSchemas = (): KindSchemas =>
  (schemas ??= JSON.parse(readFileSync(new URL("./generated/schemas.json", import.meta.url), "utf8")) as KindSchemas);
