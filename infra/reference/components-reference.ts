import { catalogueEntry, catalogueIds } from "../model/dapr/catalogue/catalogue.ts";
import type { CatalogueEntry, FieldEntry } from "../model/dapr/catalogue/entry.ts";
import { versions } from "../versions.ts";
import { code, pageHead, table } from "./markdown.ts";

const note = (field: FieldEntry): string =>
  [
    field.required ? "required" : "",
    field.sensitive ? "secret" : "",
    field.direction === undefined ? "" : `${field.direction} only`,
    field.allowedValues === undefined ? "" : `one of ${field.allowedValues.map((value) => code(value)).join(", ")}`,
    field.deprecated === undefined
      ? ""
      : `deprecated${field.deprecated === "" ? "" : `: use ${code(field.deprecated)}`}`,
  ]
    .filter((part) => part !== "")
    .join("; ");

const fieldTable = (fields: readonly FieldEntry[]): string =>
  table(
    ["field", "type", "default", ""],
    fields.map((field) => [code(field.name), field.type, code(field.default), note(field)]),
  );

const operations = ({ binding }: CatalogueEntry): string[] => {
  if (binding === undefined) return [];
  const directions = [...(binding.input ? ["input"] : []), ...(binding.output ? ["output"] : [])].join(" and ");
  const list = binding.operations.map((operation) => code(operation)).join(", ");
  return [`Direction: ${directions}.${list === "" ? "" : ` Operations: ${list}.`}`];
};

const section = (id: string, entry: CatalogueEntry): string =>
  [
    `## ${id}`,
    `${entry.title}, ${entry.status}. <${entry.url}>`,
    ...operations(entry),
    ...(entry.capabilities.length === 0 ? [] : [`Capabilities: ${entry.capabilities.join(", ")}.`]),
    ...(entry.fields.length === 0 ? ["No metadata."] : [fieldTable(entry.fields)]),
    ...entry.authentication.flatMap(({ profile, title, fields }) => [
      `Authentication ${code(profile)} (${title})${fields.length === 0 ? ": nothing to say." : ":"}`,
      ...(fields.length === 0 ? [] : [fieldTable(fields)]),
    ]),
  ].join("\n\n");

const blockOf = (id: string): string => id.split(".")[0] ?? "";

const page = (block: string, ids: readonly string[]): string =>
  [
    pageHead(`Component types: ${block}`),
    `Of components-contrib ${versions.componentsContrib} and Dapr ${versions.tools.dapr}. Each is made by \`component("<type>/<version>", …)\`.`,
    ...ids.flatMap((id) => {
      const [type = "", version = ""] = id.split("/");
      const entry = catalogueEntry(type, version);
      return entry === undefined ? [] : [section(id, entry)];
    }),
    "",
  ].join("\n\n");

/** A page for each building block with every component type of the pinned release: block -> page. */
export const componentsReference = (): ReadonlyMap<string, string> =>
  new Map([...Map.groupBy(catalogueIds(), blockOf)].map(([block, ids]) => [block, page(block, ids)]));
