import { error, warning } from "../../checks/error.ts";
import { didYouMean } from "../../names.ts";
import type { Problem } from "../../problems.ts";
import { isBefore, type DaprVersion } from "./dapr-version.ts";
import { isGoDuration } from "./go-duration.ts";
import { knownMistakes, wrongTypeRemedies } from "./known-mistakes.ts";
import { isPlaceholder, isPlainObject, type PlainObject } from "./plain-value.ts";
import { fieldPath, itemPath, shown } from "./problem-path.ts";
import type { SchemaNode } from "./schema-node.ts";

interface Place {
  /** Where in the input. */
  readonly path: string;
  /** Where in the schema, as known-mistakes.ts writes it. */
  readonly pattern: string;
  readonly dapr: DaprVersion;
}

const typeNames: Readonly<Record<SchemaNode["type"], string>> = {
  object: "an object",
  array: "a list",
  string: "a string",
  integer: "a whole number",
  boolean: "true or false",
  any: "a value",
};

const hasType = (value: unknown, type: SchemaNode["type"]): boolean => {
  switch (type) {
    case "object":
      return isPlainObject(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return typeof value === "number" ? Number.isInteger(value) : typeof value === "bigint";
    case "string":
    case "boolean":
      return typeof value === type;
    case "any":
      return true;
  }
};

const wrongType = (value: unknown, node: SchemaNode, { path, pattern }: Place): Problem => {
  const wanted = typeNames[node.type];
  const quoted = node.type === "string" && (typeof value === "number" || typeof value === "boolean");
  const unquoted = typeof value === "string" && (node.type === "integer" || node.type === "boolean");
  const remedy =
    wrongTypeRemedies[pattern] ??
    (quoted ? "Put it in quotes." : unquoted ? "Write it without quotes." : `Write ${wanted}.`);
  return error("TP0603", path, shown(value), `this must be ${wanted}; the API server refuses anything else`, remedy);
};

const checkText = (text: string, node: SchemaNode, { path }: Place): Problem[] => {
  if (node.minLength !== undefined && text.length < node.minLength)
    return [error("TP0607", path, text, "this must not be empty", "Write a value.")];
  if (isPlaceholder(text)) return [];
  if (node.enum) {
    const same = node.anyCase ? (known: string) => known === text.toLowerCase() : (known: string) => known === text;
    if (node.enum.some(same)) return [];
    const guess = didYouMean(text, node.enum);
    const list = node.enum.join(", ");
    const remedy = guess === undefined ? `Write one of ${list}.` : `Did you mean "${guess}"? It takes ${list}.`;
    return [error("TP0605", path, shown(text), `"${shown(text)}" is none of the values that Dapr knows here`, remedy)];
  }
  const wholeNumber = node.format === "duration-or-milliseconds" && /^[+-]?\d+$/.test(text);
  if (node.format === undefined || wholeNumber || isGoDuration(text)) return [];
  return [
    error(
      "TP0606",
      path,
      shown(text),
      "this is no span of time",
      'Write a number with a unit: "500ms", "30s", "1h30m".',
    ),
  ];
};

const checkUnknownField = (field: string, value: unknown, node: SchemaNode, place: Place): Problem => {
  const mistake = knownMistakes[`${place.pattern}.${field}`];
  const guess = didYouMean(field, Object.keys(node.fields ?? {}));
  const fields = Object.keys(node.fields ?? {}).join(", ");
  const remedy = mistake?.remedy ?? (guess ? `Did you mean "${guess}"?` : `Remove it. The fields here are ${fields}.`);
  const path = fieldPath(place.path, field);
  return error("TP0602", path, shown(value), `${place.pattern} has no field "${shown(field)}"`, remedy);
};

/** The required fields that an unknown field stands for: they are not missing, only misspelt. */
const misspelt = (object: PlainObject, node: SchemaNode, { pattern }: Place): string[] =>
  Object.keys(object)
    .filter((field) => !Object.hasOwn(node.fields ?? {}, field))
    .flatMap((field) => {
      const meant = knownMistakes[`${pattern}.${field}`]?.standsFor ?? didYouMean(field, node.required ?? []);
      return meant === undefined ? [] : [meant];
    });

const isSet = (object: PlainObject, field: string): boolean =>
  Object.hasOwn(object, field) && object[field] !== null && object[field] !== undefined;

const checkPresence = (object: PlainObject, node: SchemaNode, place: Place): Problem[] => {
  const excused = misspelt(object, node, place);
  const missing = (fields: readonly string[] = []): string[] =>
    fields.filter((field) => !isSet(object, field) && !excused.includes(field));
  const at = (field: string): string => fieldPath(place.path, field);
  const problems = [
    ...missing(node.required).map((field) =>
      error("TP0604", at(field), null, `${place.pattern} needs ${field}`, `Add ${field}.`),
    ),
    ...missing(node.clusterRequired).map((field) => {
      const remedy = node.fields?.[field]?.type === "array" ? `Add ${field}: [] at least.` : `Add ${field}.`;
      return warning("TP0609", at(field), null, `a cluster refuses ${place.pattern} without ${field}`, remedy);
    }),
  ];
  const chosen = node.exactlyOne?.filter((field) => isSet(object, field));
  if (node.exactlyOne && chosen?.length !== 1)
    problems.push(
      error(
        "TP0607",
        place.path,
        chosen?.join(", ") ?? "",
        "exactly one must be set",
        `Keep one of ${node.exactlyOne.join(", ")}.`,
      ),
    );
  const some = node.atLeastOne?.some((field) => Array.isArray(object[field]) && object[field].length > 0);
  if (node.atLeastOne && some !== true)
    problems.push(
      error("TP0607", place.path, null, "this rule holds for nothing", `Add one of ${node.atLeastOne.join(", ")}.`),
    );
  return problems;
};

const checkObject = (object: PlainObject, node: SchemaNode, place: Place): Problem[] => {
  if (node.values) {
    const { values } = node;
    return Object.entries(object).flatMap(([name, value]) =>
      checkSchema(value, values, { ...place, path: fieldPath(place.path, name), pattern: `${place.pattern}{}` }),
    );
  }
  if (!node.fields) return [];
  const { fields } = node;
  return [
    ...Object.entries(object).flatMap(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field
        ? checkSchema(value, field, {
            ...place,
            path: fieldPath(place.path, name),
            pattern: `${place.pattern}.${name}`,
          })
        : [checkUnknownField(name, value, node, place)];
    }),
    ...checkPresence(object, node, place),
  ];
};

const checkList = (list: readonly unknown[], node: SchemaNode, place: Place): Problem[] => {
  const few = list.length < (node.minItems ?? 0);
  return [
    ...(few ? [error("TP0607", place.path, "(a list)", "this list must not be empty", "Add an item.")] : []),
    ...list.flatMap((item, index) =>
      node.items
        ? checkSchema(item, node.items, {
            ...place,
            path: itemPath(place.path, index),
            pattern: `${place.pattern}[]`,
          })
        : [],
    ),
  ];
};

/** Checks a value against the schema of its place: unknown, missing and mistyped fields, and the values it takes. */
export const checkSchema = (value: unknown, node: SchemaNode, place: Place): Problem[] => {
  // The API server drops null where the schema knows no null: the field then counts as absent.
  if (value === null || value === undefined) return place.pattern.endsWith("[]") ? [wrongType(value, node, place)] : [];
  if (node.since !== undefined && isBefore(place.dapr, node.since)) {
    const message = `${place.pattern} needs Dapr ${node.since}; the platform runs ${place.dapr}`;
    return [error("TP0608", place.path, shown(value), message, `Remove it, or run Dapr ${node.since}.`)];
  }
  if (node.selfHostedString && typeof value === "string")
    return [warning("TP0609", place.path, "(hidden)", "a cluster takes an object here", "Write name and value.")];
  if (!hasType(value, node.type)) return isPlaceholder(value) ? [] : [wrongType(value, node, place)];
  if (typeof value === "string") return checkText(value, node, place);
  if (Array.isArray(value)) return checkList(value, node, place);
  return isPlainObject(value) ? checkObject(value, node, place) : [];
};
