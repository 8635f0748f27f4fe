import { isPlainObject } from "../model/dapr/kinds/plain-value.ts";
import type { SchemaNode } from "../model/dapr/kinds/schema-node.ts";
import { jsonCode, literal, text, type Code, type CodeField } from "./code.ts";
import type { Notes } from "./draft.ts";
import { referenceCode } from "./reference-code.ts";
import { isTypedDuration } from "./typed-duration.ts";

const object = (fields: readonly CodeField[], notes: readonly string[] = []): Code => ({
  kind: "object",
  fields,
  notes,
});

const stringCode = (value: string, node: SchemaNode, key: string): Code | undefined => {
  if (node.enum) {
    const chosen = node.enum.find(
      (each) => each === value || (node.anyCase && each.toLowerCase() === value.toLowerCase()),
    );
    return chosen === undefined ? undefined : literal(chosen);
  }
  if (node.format && !isTypedDuration(value)) return undefined;
  if (key === "samplingRate" && !/^\d+(\.\d+)?$/.test(value)) return undefined;
  return literal(value);
};

/** A name with a value or a reference: headers, and environment variables. */
const isNameValue = (node: SchemaNode): boolean =>
  node.fields !== undefined && "name" in node.fields && "value" in node.fields && "secretKeyRef" in node.fields;

const plainText = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";

const nameValueCode = (item: Readonly<Record<string, unknown>>, notes: readonly string[]): Code => {
  const name: CodeField = { key: "name", value: literal(plainText(item["name"])), notes: [] };
  const reference = referenceCode(item);
  if (!reference) return object([name, { key: "value", value: literal(plainText(item["value"])), notes: [] }], notes);
  const spread = reference.kind === "object" ? reference.fields : [];
  if (spread.length > 0) return object([name, ...spread], notes);
  const target = item["secretKeyRef"] as { name?: unknown; key?: unknown };
  const key = typeof target.key === "string" && target.key !== "" ? target.key : target.name;
  return object(
    [name, { key: "secretKeyRef", value: jsonCode({ name: target.name ?? "", key: key ?? "" }), notes: [] }],
    notes,
  );
};

const fillerOf = (node: SchemaNode | undefined, key: string): Code => {
  if (node?.enum?.[0] !== undefined) return literal(node.enum[0]);
  if (node?.format) return literal("30s");
  if (key === "samplingRate") return literal("0");
  const fillers = { object: "{}", array: "[]", string: '""', integer: "0", boolean: "false", any: '""' } as const;
  return text(fillers[node?.type ?? "any"]);
};

/** A value as the typed constructors take it: what the schema does not know is left out, what it asks for is there. */
export const kindCode = (value: unknown, node: SchemaNode, notes: Notes, key = ""): Code | undefined => {
  if (node.type === "any") return jsonCode(value);
  if (typeof value === "string") return node.type === "string" ? stringCode(value, node, key) : undefined;
  if (typeof value === "boolean") return node.type === "boolean" ? literal(value) : undefined;
  if (typeof value === "number") return node.type === "integer" ? literal(value) : undefined;
  if (Array.isArray(value)) {
    if (node.type !== "array") return undefined;
    const { items } = node;
    const codes = value.map((item: unknown) => (items ? kindCode(item, items, notes) : jsonCode(item)));
    return { kind: "list", items: codes.filter((code) => code !== undefined) };
  }
  return isPlainObject(value) && node.type === "object" ? objectCode(value, node, notes) : undefined;
};

const objectCode = (value: Readonly<Record<string, unknown>>, node: SchemaNode, notes: Notes): Code => {
  if (isNameValue(node)) return nameValueCode(value, notes.of(value, ""));
  if (!node.fields && !node.values) return jsonCode(value);
  const own = [...notes.of(value, "")];
  const fields = Object.entries(value).flatMap(([key, item]): CodeField[] => {
    const child = node.fields?.[key] ?? node.values;
    if (!child) return [];
    const code = kindCode(item, child, notes, key);
    if (code) return [{ key, value: code, notes: notes.of(value, key) }];
    own.push(...notes.of(value, key), `TODO TP0603: ${key} is left out: its value is none that the field takes.`);
    return [];
  });
  for (const key of Object.keys(node.fields ?? {})) if (!(key in value)) own.push(...notes.of(value, key));
  const required = [...(node.required ?? []), ...(node.clusterRequired ?? [])];
  for (const key of required)
    if (!fields.some((field) => field.key === key))
      fields.push({ key, value: fillerOf(node.fields?.[key], key), notes: [`TODO TP0604: ${key} was missing.`] });
  return object(fields, [...new Set(own)]);
};
