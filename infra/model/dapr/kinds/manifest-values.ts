import type { ComponentMetadata } from "../component-spec.ts";

type Span<Unit extends string> = `${number}${Unit}`;

/** A span of time as Go parses it: `500ms`, `30s`, `1m30s`, `24h`. Source: Go's time.ParseDuration. */
export type GoDuration =
  | "0"
  | Span<"ns">
  | Span<"us">
  | Span<"ms">
  | Span<"s">
  | Span<"m">
  | Span<"h">
  | `${Span<"m">}${Span<"s">}`
  | `${Span<"h">}${Span<"m">}`
  | `${Span<"h">}${Span<"m">}${Span<"s">}`;

/** A share between 0 and 1, written as a string: `1`, `0.1`. */
export type Share = `${number}`;

/** A name with a value, a key of a Secret, or an environment variable of the sidecar. */
export type NameValue = ComponentMetadata;

/** Anything that JSON can say. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object whose fields the CRD leaves open. */
export interface JsonObject {
  readonly [field: string]: JsonValue;
}

/** Metadata of an object, as far as a Dapr object needs it. */
export interface ManifestMetadata {
  /** Apps address the object by it. */
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}
