import { readFileSync } from "node:fs";

/** What is known of a component type in one version. */
interface TypeFact {
  readonly status: "alpha" | "beta" | "stable" | "development-only";
  /** It is deprecated; what to use. */
  readonly instead?: string;
  /** Metadata that holds secrets. */
  readonly secrets?: readonly string[];
}

interface ComponentFacts {
  readonly types: Readonly<Record<string, TypeFact>>;
  readonly otherNames: Readonly<Record<string, { readonly type: string; readonly deprecated?: true }>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
const { types, otherNames } = read("dapr-components.json") as ComponentFacts;
const { annotations } = read("dapr-annotations.json") as { readonly annotations: readonly string[] };

/** Every annotation that Dapr's injector reads. */
export const knownAnnotations: ReadonlySet<string> = new Set(annotations);

/** What is known of a component, by `type/version` such as `pubsub.kafka/v1`; undefined when daprd has no such type. */
export const componentFact = (id: string): TypeFact | undefined => {
  const [type = "", version = ""] = id.split("/");
  const other = otherNames[type];
  const known = types[`${other?.type ?? type}/${version}`];
  return known && other?.deprecated ? { ...known, instead: other.type } : known;
};
