import type { CatalogueEntry, CatalogueIndex } from "../entry.ts";
import type { Catalogue } from "./build-catalogue.ts";
import { fileName, typeName } from "./type-name.ts";
import { header, writeType } from "./write-types.ts";

const idOf = (entry: CatalogueEntry): string => `${entry.type}/${entry.version}`;

/** JSON with one line per field, so that a new release shows as a readable change. */
const writeEntry = (entry: CatalogueEntry): string => {
  const { fields, authentication, ...head } = entry;
  const lines = (items: readonly object[], indent: string): string =>
    items.length === 0
      ? "[]"
      : `[\n${items.map((item) => indent + JSON.stringify(item)).join(",\n")}\n${indent.slice(1)}]`;
  const profiles = authentication.map(
    (one) =>
      `  {"profile": ${JSON.stringify(one.profile)}, "title": ${JSON.stringify(one.title)}, "fields": ${lines(one.fields, "   ")}}`,
  );
  return (
    `{\n ${JSON.stringify(head).slice(1, -1)},\n "fields": ${lines(fields, "  ")},\n` +
    ` "authentication": [${profiles.length === 0 ? "" : `\n${profiles.join(",\n")}\n `}]\n}\n`
  );
};

/** Name resolution is configured in a Configuration and not by a Component. */
const isComponent = (entry: CatalogueEntry): boolean =>
  entry.unavailable === undefined && !entry.type.startsWith("nameresolution.");

const writeIndex = (catalogue: Catalogue): string => {
  const entries = catalogue.entries.map(
    (entry) =>
      `  ${JSON.stringify(idOf(entry))}: ${JSON.stringify({ file: `${fileName(idOf(entry))}.json`, status: entry.status })}`,
  );
  const aliases = Object.entries(catalogue.aliases satisfies CatalogueIndex["aliases"]).map(
    ([name, alias]) => `  ${JSON.stringify(name)}: ${JSON.stringify(alias)}`,
  );
  return `{\n "entries": {\n${entries.join(",\n")}\n },\n "aliases": {\n${aliases.join(",\n")}\n }\n}\n`;
};

const writeArgs = (entries: readonly CatalogueEntry[]): string => {
  const ids = entries.map(idOf);
  const imports = ids.map((id) => `import type { ${typeName(id)} } from "./${fileName(id)}.ts";\n`).join("");
  const members = ids.map((id) => `  readonly ${JSON.stringify(id)}: ${typeName(id)};\n`).join("");
  return `${header}${imports}\n/** The arguments of every component type and version. */\nexport interface ComponentArgsById {\n${members}}\n`;
};

/** Every generated file of the catalogue: name to content. */
export const writeCatalogue = (catalogue: Catalogue): Record<string, string> => {
  const components = catalogue.entries.filter(isComponent);
  return {
    ...Object.fromEntries(catalogue.entries.map((entry) => [`${fileName(idOf(entry))}.json`, writeEntry(entry)])),
    ...Object.fromEntries(components.map((entry) => [`${fileName(idOf(entry))}.ts`, writeType(entry)])),
    "component-args.ts": writeArgs(components),
    "index.json": writeIndex(catalogue),
  };
};
