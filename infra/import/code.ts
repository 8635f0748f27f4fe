/** A field of an object literal, with the comments above it. */
export interface CodeField {
  readonly key: string;
  readonly value: Code;
  readonly notes: readonly string[];
}

/** TypeScript that is still a tree, so that it can be laid out. */
export type Code =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "object"; readonly fields: readonly CodeField[]; readonly notes: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly Code[] }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Code[] };

/** A piece of TypeScript as it is. */
export const text = (value: string): Code => ({ kind: "text", text: value });

const count = (value: string, letter: string): number => value.split(letter).length - 1;

/** In double quotes, unless the text holds more of these than of single ones. */
const quoted = (value: string): string => {
  const double = JSON.stringify(value);
  if (count(value, '"') <= count(value, "'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
};

/** A literal. */
export const literal = (value: string | number | boolean | null): Code =>
  text(typeof value === "string" ? quoted(value) : JSON.stringify(value));

const keyText = (key: string): string => {
  // Written plainly this key would set the prototype.
  if (key === "__proto__") return `["__proto__"]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
};

/** Any JSON value as a literal. */
export const jsonCode = (value: unknown): Code => {
  if (Array.isArray(value)) return { kind: "list", items: value.map(jsonCode) };
  if (typeof value === "object" && value !== null)
    return {
      kind: "object",
      notes: [],
      fields: Object.entries(value).map(([key, item]) => ({ key, value: jsonCode(item), notes: [] })),
    };
  return typeof value === "number" && !Number.isFinite(value)
    ? literal(null)
    : literal(value as string | number | boolean | null);
};

const width = 120;
const step = "  ";

const wrapped = (note: string, indent: string): string[] => {
  const words = note.replaceAll(/[\s\u2028\u2029]+/g, " ").split(" ");
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}// ${word}`);
  }
  return lines;
};

/** Notes as lines of comment. */
export const comments = (notes: readonly string[], indent = ""): string[] =>
  notes.flatMap((note) => wrapped(note, indent));

/** On one line, or undefined when comments or the layout of lists forbid it. */
const inline = (code: Code): string | undefined => {
  switch (code.kind) {
    case "text":
      return code.text;
    case "call":
      return joined(code.args.map(inline), (parts) => `${code.name}(${parts.join(", ")})`);
    case "list":
      // Prettier breaks a list of several objects of several fields.
      if (code.items.length > 1 && code.items.every((item) => isBig(item))) return undefined;
      return joined(code.items.map(inline), (parts) => `[${parts.join(", ")}]`);
    case "object": {
      if (code.notes.length > 0 || code.fields.some((field) => field.notes.length > 0)) return undefined;
      const fields = code.fields.map((field) => {
        const value = inline(field.value);
        return value === undefined ? undefined : `${keyText(field.key)}: ${value}`;
      });
      return joined(fields, (parts) => (parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`));
    }
  }
};

const isBig = (code: Code): boolean =>
  (code.kind === "object" && code.fields.length > 1) || (code.kind === "list" && code.items.length > 1);

const joined = (parts: readonly (string | undefined)[], join: (parts: string[]) => string): string | undefined => {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? join(known) : undefined;
};

/** Prettier puts a text that is too long on a line of its own, but for keys that are hardly longer than that indent. */
const shortestKey = 4;

const printField = ({ key, value, notes }: CodeField, indent: string): string[] => {
  const head = `${indent}${keyText(key)}: `;
  const body = print(value, indent, head.length, 1);
  const tooLong = value.kind === "text" && keyText(key).length > shortestKey && head.length + body.length + 1 > width;
  const line = tooLong ? `${head.trimEnd()}\n${indent}${step}${body},` : `${head}${body},`;
  return [...comments(notes, indent), line];
};

const printObject = (code: Code & { kind: "object" }, indent: string): string => {
  const inner = indent + step;
  const lines = [...comments(code.notes, inner), ...code.fields.flatMap((field) => printField(field, inner))];
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
};

const printCall = (code: Code & { kind: "call" }, indent: string): string => {
  const last = code.args.at(-1);
  const others = code.args.slice(0, -1).map(inline);
  if (last?.kind === "object" && others.every((other) => other !== undefined))
    return `${code.name}(${[...others, printObject(last, indent)].join(", ")})`;
  const inner = indent + step;
  return `${code.name}(\n${code.args.map((arg) => `${inner}${print(arg, inner, inner.length, 1)},\n`).join("")}${indent})`;
};

/**
 * Lays code out as Prettier would: on one line where it fits.
 * `column` is where it begins, `after` how many characters follow it on its last line.
 */
export const print = (code: Code, indent: string, column: number, after: number): string => {
  const short = inline(code);
  if (short !== undefined && (code.kind === "text" || column + short.length + after <= width)) return short;
  switch (code.kind) {
    case "text":
      return code.text;
    case "object":
      return printObject(code, indent);
    case "call":
      return printCall(code, indent);
    case "list": {
      const inner = indent + step;
      return `[\n${code.items.map((item) => `${inner}${print(item, inner, inner.length, 1)},\n`).join("")}${indent}]`;
    }
  }
};

/** The functions that code calls. */
export const callsOf = (code: Code): string[] => {
  switch (code.kind) {
    case "text":
      return [];
    case "list":
      return code.items.flatMap(callsOf);
    case "object":
      return code.fields.flatMap(({ value }) => callsOf(value));
    case "call":
      return [code.name, ...code.args.flatMap(callsOf)];
  }
};
