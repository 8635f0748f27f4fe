import { annotationFacts } from "../model/dapr/kinds/generated/annotations.ts";
import { kindSchemas, type SchemaNode } from "../model/dapr/kinds/schema-node.ts";
import { versions } from "../versions.ts";
import { code, pageHead, table } from "./markdown.ts";

const typeOf = (node: SchemaNode): string => {
  if (node.enum !== undefined) return node.enum.map((value) => code(value)).join(", ");
  if (node.type === "array") return node.items === undefined ? "array" : `list of ${typeOf(node.items)}`;
  return node.format ?? node.type;
};

const note = (required: boolean, node: SchemaNode): string =>
  [required ? "required" : "", node.since === undefined ? "" : `since ${node.since}`]
    .filter((part) => part !== "")
    .join("; ");

/** One row for each field, those of nested objects included. */
const rows = (node: SchemaNode, path: string): string[][] => {
  const inner = node.items === undefined ? [] : rows(node.items, `${path}[]`);
  const named = node.values === undefined ? [] : rows(node.values, `${path}.<name>`);
  const fields = Object.entries(node.fields ?? {}).flatMap(([name, field]) => {
    const at = path === "" ? name : `${path}.${name}`;
    return [[code(at), typeOf(field), note(node.required?.includes(name) ?? false, field)], ...rows(field, at)];
  });
  return [...fields, ...inner, ...named];
};

const kindSections = (): string[] =>
  Object.entries(kindSchemas()).flatMap(([kind, byVersion]) =>
    Object.entries(byVersion).flatMap(([version, schema]) => [
      `## ${kind} (dapr.io/${version})`,
      table(["field", "type", ""], rows(schema, "")),
    ]),
  );

const annotationRows = (): string[][] =>
  annotationFacts.map(({ key, format, default: fallback, since, deprecated }) => [
    code(key),
    format,
    code(fallback),
    [since === undefined ? "" : `since ${since}`, deprecated === undefined ? "" : `deprecated: use ${code(deprecated)}`]
      .filter((part) => part !== "")
      .join("; "),
  ]);

/** The page of every Dapr kind and of every sidecar annotation. */
export const kindsReference = (): string =>
  [
    pageHead("Dapr kinds and sidecar annotations"),
    `Of Dapr ${versions.tools.dapr}; what an older release lacks says since when it is there.`,
    ...kindSections(),
    "## Sidecar annotations",
    table(["annotation", "form", "default", ""], annotationRows()),
    "",
  ].join("\n\n");
