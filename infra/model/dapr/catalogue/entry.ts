/** Type of a metadata value, as the component's own file or, where that is silent, its Go struct states it. */
export type FieldType = "string" | "number" | "bool" | "duration" | "bytesize";

/** One metadata field of a component type. */
export interface FieldEntry {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** A secret: taken by reference only. */
  readonly sensitive: boolean;
  /** The Go struct has an integer: a fraction stops the component. */
  readonly integer?: true;
  readonly default?: string;
  readonly example?: string;
  readonly allowedValues?: readonly string[];
  /** What daprd silently does with any other value; the spelling counts then. */
  readonly otherwise?: string;
  /** The one value that an authentication profile sets itself. */
  readonly constant?: string;
  /** For bindings: the only direction that reads it. */
  readonly direction?: "input" | "output";
  /** What to write instead, or "" when there is nothing. */
  readonly deprecated?: string;
  /** Other names that daprd accepts for it. */
  readonly aliases?: readonly string[];
  /** Where it is read, when the component's metadata.yaml does not list it. */
  readonly source?: string;
}

/** One way to authenticate; exactly one is used. */
export interface AuthenticationEntry {
  /** Short stable name, such as `password`. */
  readonly profile: string;
  readonly title: string;
  readonly fields: readonly FieldEntry[];
}

/** A component type in one version: what the pinned components-contrib release and the runtime know of it. */
export interface CatalogueEntry {
  /** Such as `pubsub.kafka`. */
  readonly type: string;
  readonly version: string;
  readonly title: string;
  readonly status: "alpha" | "beta" | "stable" | "development-only";
  /** Reference page. */
  readonly url: string;
  readonly capabilities: readonly string[];
  /** Bindings only. */
  readonly binding?: { readonly input: boolean; readonly output: boolean; readonly operations: readonly string[] };
  /** Fields that every profile shares, those of the runtime included. */
  readonly fields: readonly FieldEntry[];
  /** Empty when the type has one way only; its fields are then among `fields`. */
  readonly authentication: readonly AuthenticationEntry[];
  /** The code refuses to start without one of the profiles; false where it falls back to something else. */
  readonly authenticationRequired: boolean;
  /** Two fields that may not be set together. */
  readonly exclusive?: readonly (readonly [string, string])[];
  /** Endings of names that users choose, such as `.jsonschema`. */
  readonly openFields?: readonly string[];
  /** Deprecated type or version: what to use instead. */
  readonly deprecated?: string;
  /** Why daprd has no such component, although components-contrib describes it. */
  readonly unavailable?: string;
}

/** What is known of every type without reading its entry. */
export interface CatalogueIndex {
  /** `pubsub.kafka/v1` to the entry's file and status. */
  readonly entries: Readonly<Record<string, { readonly file: string; readonly status: CatalogueEntry["status"] }>>;
  /** Other registered names: `pubsub.snssqs` to `pubsub.aws.snssqs`. */
  readonly aliases: Readonly<Record<string, { readonly type: string; readonly deprecated?: true }>>;
}
