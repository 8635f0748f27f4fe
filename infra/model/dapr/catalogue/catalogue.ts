import { readFileSync } from "node:fs";
import type { CatalogueEntry, CatalogueIndex } from "./entry.ts";

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`./generated/${file}`, import.meta.url), "utf8"));

/** Calls a function once for each key, and at the first use only: nothing is read when the model is imported. */
const memoised = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
};

const readIndex = memoised((file) => read(file) as CatalogueIndex);
const readEntry = memoised((file) => read(file) as CatalogueEntry);
const index = (): CatalogueIndex => readIndex("index.json");

/** Every `type/version`, such as `pubsub.kafka/v1`. */
export const catalogueIds = (): string[] => Object.keys(index().entries);

/** Every component type, without its other names. */
export const knownTypes = (): string[] => [...new Set(catalogueIds().map((id) => id.slice(0, id.lastIndexOf("/"))))];

/** The type that a name stands for: itself, or the type that it is another name of; in any case of letters. */
export const resolveType = (name: string): { readonly type: string; readonly deprecated?: true } | undefined => {
  const type = name.toLowerCase();
  return index().aliases[type] ?? (versionsOf(type).length > 0 ? { type } : undefined);
};

/** The versions of a type, such as `["v1", "v2"]`. */
export const versionsOf = (type: string): string[] =>
  catalogueIds().flatMap((id) => (id.startsWith(`${type}/`) ? [id.slice(type.length + 1)] : []));

/** What is known of a component type in one version; undefined when daprd has no such component. */
export const catalogueEntry = (type: string, version: string): CatalogueEntry | undefined => {
  const resolved = resolveType(type)?.type ?? type;
  const found = index().entries[`${resolved}/${version.toLowerCase()}`];
  return found && readEntry(found.file);
};
