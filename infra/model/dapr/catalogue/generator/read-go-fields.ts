import type { FieldType } from "../entry.ts";
import type { GoFile } from "./go-package.ts";

/** A metadata name that Go code reads. */
export interface GoField {
  readonly name: string;
  readonly type: FieldType;
  readonly aliases: readonly string[];
  /** File in components-contrib. */
  readonly source: string;
  /** The Go type as written. */
  readonly goType: string;
  readonly struct: string;
}

const toFieldType = (goType: string): FieldType => {
  const type = goType.replace(/^\*/, "");
  if (type === "bool") return "bool";
  if (/^u?int(8|16|32|64)?$|^float(32|64)$/.test(type)) return "number";
  if (/(^|\.)Duration$/.test(type)) return "duration";
  if (/(^|\.)ByteSize$/.test(type)) return "bytesize";
  return "string";
};

const list = (text: string | undefined): string[] => (text ?? "").split(",").filter((name) => name !== "");

const tag = (tags: string, key: string): string | undefined => new RegExp(`\\b${key}:"([^"]*)"`).exec(tags)?.[1];

/** Structs of the code's own, which no metadata is decoded into. */
const inner =
  /(options|opts|config|response|request|args|environmentsettings|deployworkermetadata|configurationstore)$/i;

/** What a metadata value can be decoded into without a tag saying so. */
const simple = /^\*?(string|bool|u?int\d*|float\d+|\[\]string|(\w+\.)?Duration|(\w+\.)?ByteSize)$/;

/** Whether a field is for other families only, by its `mdonly` tag. */
const forOthers = (tags: string, family: string): boolean => {
  const only = list(tag(tags, "mdonly"));
  return only.length > 0 && !only.includes(family);
};

const structFields = (name: string, body: string, source: string, family: string): GoField[] =>
  body.split("\n").flatMap((line): GoField[] => {
    const match = /^\s+([A-Z]\w*)\s+([^\s`]+)\s*(?:`([^`]*)`)?\s*(?:\/\/.*)?$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) return [];
    const tags = match[3] ?? "";
    if (forOthers(tags, family)) return [];
    const named = tag(tags, "mapstructure")?.split(",")[0];
    if (named === "-" || (named === undefined && (inner.test(name) || !simple.test(match[2])))) return [];
    const aliases = [...list(tag(tags, "mapstructurealiases")), ...list(tag(tags, "mdaliases"))];
    const goType = match[2];
    return [{ name: named || match[1], type: toFieldType(goType), aliases, source, goType, struct: name }];
  });

const configLike = /metadata|settings|config|credential|options|connection|meta$|info|props/i;

/** Fields of the structs that metadata is decoded into: those with a mapstructure tag, and those named like it. */
const readStructs = (file: GoFile, family: string): GoField[] =>
  [...file.text.matchAll(/^type (\w+) struct \{\n([\s\S]*?)^\}/gm)].flatMap((match) => {
    const [, name = "", body = ""] = match;
    if (!/mapstructure/.test(body) && !configLike.test(name)) return [];
    return structFields(name, body, file.path, family);
  });

/** String constants of a set of files. */
const readConstants = (files: readonly GoFile[]): Map<string, string> =>
  new Map(
    files.flatMap((file) =>
      [...file.text.matchAll(/^\s*(?:const\s+|var\s+)?(\w+)(?:\s+string)?\s*=\s*"([^"\n]*)"/gm)].map(
        (match): [string, string] => [match[1] ?? "", match[2] ?? ""],
      ),
    ),
  );

/** Names that are looked up in the metadata map, one by one or with their aliases. */
const readLookups = (file: GoFile, constants: ReadonlyMap<string, string>): GoField[] => {
  const field = (names: readonly string[]): GoField[] => {
    const [name, ...aliases] = names
      .map((name) => name.trim())
      .map((name) => (name.startsWith('"') ? name.slice(1, -1) : (constants.get(name.split(".").pop() ?? "") ?? "")))
      .filter((name) => name !== "");
    return name === undefined
      ? []
      : [{ name, type: "string", aliases, source: file.path, goType: "lookup", struct: "" }];
  };
  return [
    ...[...file.text.matchAll(/GetMetadataProperty\(\s*[\w.]+\s*,([^)]*)\)/g)].flatMap((m) => field(list(m[1]))),
    ...[...file.text.matchAll(/\b(?:md|meta|metadata)\w*\.GetProperty\(([^)]*)\)/g)].flatMap((m) => field(list(m[1]))),
    ...[...file.text.matchAll(/\b(?:[pP]roperties|md|meta|connInfo)\[("?[\w.-]+"?)\]/g)].flatMap((m) =>
      field(list(m[1])),
    ),
  ];
};

/** Names that helpers of package pubsub read. Source: components-contrib pubsub/{tls,concurrency}.go. */
const readHelpers = (file: GoFile): GoField[] => {
  const named = (names: readonly string[], source: string): GoField[] =>
    names.map((name) => ({ name, type: "string", aliases: [], source, goType: "lookup", struct: "" }));
  return [
    ...(/\bpubsub\.TLS\(/.test(file.text) ? named(["caCert", "clientCert", "clientKey"], "pubsub/tls.go") : []),
    ...(/\bpubsub\.Concurrency(Key|\()/.test(file.text) ? named(["concurrencyMode"], "pubsub/concurrency.go") : []),
  ];
};

/** Every metadata name that the Go files of a component may read; the first finding of a name stands. */
export const readGoFields = (files: readonly GoFile[], family: string): GoField[] => {
  const constants = readConstants(files);
  const fields = new Map<string, GoField>();
  for (const file of files)
    for (const field of [...readStructs(file, family), ...readLookups(file, constants), ...readHelpers(file)]) {
      const key = field.name.toLowerCase();
      const known = fields.get(key);
      if (known === undefined) fields.set(key, field);
      else fields.set(key, { ...known, aliases: [...new Set([...known.aliases, ...field.aliases])] });
    }
  return [...fields.values()];
};
