import type { ComponentMetadata } from "../component-spec.ts";
import type { CatalogueEntry, FieldEntry } from "./entry.ts";

/** One metadata item of a component, found in the catalogue. */
export interface MetadataItem {
  readonly index: number;
  readonly item: ComponentMetadata;
  /** The field, when the catalogue has it. */
  readonly field?: FieldEntry;
  /** The literal; undefined for a reference, and for a text that holds templates or placeholders. */
  readonly literal?: string;
}

/** Templates of daprd, and placeholders of shells and samples: what stands there is known later. */
const placeholder = /\{(appID|podName|namespace|uuid)\}|\$\{|\$\(|\{\{|<[^<>]+>|\[:?[A-Za-z]+\]/;

/** The text of a value as daprd reads it: YAML numbers and booleans become text. */
export const textOf = (item: ComponentMetadata): string | undefined => {
  const value: unknown = "value" in item ? item.value : undefined;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
};

/** Whether a text is known only when the sidecar runs. */
export const isPlaceholder = (text: string): boolean => placeholder.test(text);

/** Every field of an entry: the shared ones and those of the profiles. */
export const allFields = (entry: CatalogueEntry): FieldEntry[] => [
  ...entry.fields,
  ...entry.authentication.flatMap((profile) => profile.fields),
];

/** A field by any of its names; daprd reads names in any case of letters. */
export const findField = (entry: CatalogueEntry, name: string): FieldEntry | undefined => {
  const wanted = name.toLowerCase();
  const fields = allFields(entry);
  return (
    fields.find((field) => field.name.toLowerCase() === wanted) ??
    fields.find((field) => field.aliases?.some((alias) => alias.toLowerCase() === wanted))
  );
};

/** The metadata of a component, joined with the catalogue. */
export const readItems = (entry: CatalogueEntry, metadata: readonly ComponentMetadata[]): MetadataItem[] =>
  metadata.map((item, index) => {
    const field = findField(entry, item.name);
    const text = textOf(item);
    return {
      index,
      item,
      ...(field === undefined ? {} : { field }),
      ...(text === undefined || isPlaceholder(text) ? {} : { literal: text }),
    };
  });

/** Whether an item says anything: an empty value is as good as none. */
export const isGiven = ({ item }: MetadataItem): boolean =>
  "secretKeyRef" in item || "envRef" in item || (textOf(item) ?? "") !== "";

/** The items of a metadata list by the lower-case name of their field. */
export const itemsByField = (items: readonly MetadataItem[]): Map<string, MetadataItem> =>
  new Map(items.map((one) => [(one.field?.name ?? one.item.name).toLowerCase(), one]));
