import { isMap, isSeq, LineCounter, parseAllDocuments, type Document } from "yaml";
import { isPlainObject, textAt, valueAt } from "../model/dapr/kinds/plain-value.ts";
import { findDuplicateKeys } from "./duplicate-keys.ts";
import { findHelmAction } from "./helm.ts";
import { isCircular } from "./is-circular.ts";
import type { LintFinding } from "./lint-finding.ts";
import { locate, rangeFromOffsets } from "./locate.ts";
import { isDaprManifest, isReferredTo, type Manifest } from "./manifest.ts";
import type { Source } from "./source.ts";
import { isWorkload } from "./workload.ts";
import { yamlOptions } from "./yaml-options.ts";
import { brokenYaml, helmTemplate, unreadable } from "./yaml-problems.ts";

/** What a text holds, and what stands in the way of reading it. */
export interface ParsedSource {
  readonly manifests: readonly Manifest[];
  readonly findings: readonly LintFinding[];
}

/** Beyond this a file is no manifest written by people; the limit keeps reading fast. */
const maximumLength = 4 * 1024 * 1024;
/** Aliases that are followed; a few nested ones can stand for billions of values. */
const maximumAliases = 100;

interface Reading {
  readonly source: Source;
  readonly lines: LineCounter;
}

const nothing = (finding: LintFinding): ParsedSource => ({ manifests: [], findings: [finding] });

const toManifest = (
  { source, lines }: Reading,
  document: Document,
  node: unknown,
  value: unknown,
  path: string,
): Manifest[] => {
  if (!isPlainObject(value)) return [];
  return [
    {
      file: source.file,
      apiVersion: textAt(value, "apiVersion") ?? "",
      kind: textAt(value, "kind") ?? "",
      name: textAt(value, "metadata", "name") ?? "",
      namespace: textAt(value, "metadata", "namespace") ?? "",
      value,
      path,
      locate: (at, part) => locate(document, lines, node, at, part),
    },
  ];
};

/** The objects of a document: itself, or the items of a List. */
const manifestsOf = (reading: Reading, document: Document, value: unknown): Manifest[] => {
  const root = document.contents;
  const members: unknown = valueAt(value, "items");
  if (!textAt(value, "kind")?.endsWith("List") || !Array.isArray(members))
    return toManifest(reading, document, root, value, "");
  const items = isMap(root) ? root.get("items", true) : undefined;
  return members.flatMap((item: unknown, index) =>
    toManifest(reading, document, isSeq(items) ? items.items[index] : root, item, `items[${index}]`),
  );
};

const broken = ({ source, lines }: Reading, document: Document): LintFinding | undefined => {
  const [first] = document.errors;
  if (!first) return undefined;
  const text = first.message.split("\n")[0] ?? "";
  return { ...brokenYaml(text), file: source.file, ...rangeFromOffsets(lines, first.pos[0], first.pos[1]) };
};

/** The plain value of a document, or why it has none. */
const valueOf = (document: Document): { value: unknown } | { reason: string } => {
  try {
    const value: unknown = document.toJS({ maxAliasCount: maximumAliases });
    return isCircular(value) ? { reason: "an alias stands inside of what it means" } : { value };
  } catch (failure) {
    return { reason: failure instanceof Error ? (failure.message.split("\n")[0] ?? "") : String(failure) };
  }
};

const readDocument = (reading: Reading, document: Document): ParsedSource => {
  const { source, lines } = reading;
  const syntax = broken(reading, document);
  if (syntax) return nothing(syntax);
  const [start, end] = document.contents?.range ?? [0, 0];
  const read = valueOf(document);
  if ("reason" in read)
    return nothing({ ...unreadable(read.reason), file: source.file, ...rangeFromOffsets(lines, start, start) });
  const { value } = read;
  const manifests = manifestsOf(reading, document, value).filter(
    (manifest) => isDaprManifest(manifest) || isWorkload(manifest) || isReferredTo(manifest),
  );
  if (manifests.length === 0) return { manifests, findings: [] };
  const helm = manifests.every(isReferredTo) ? undefined : findHelmAction(source.text.slice(start, end));
  if (helm !== undefined) return nothing(helmFinding(reading, start + helm));
  return { manifests, findings: findDuplicateKeys(source.file, document.contents, lines) };
};

const helmFinding = ({ source, lines }: Reading, at: number): LintFinding => ({
  ...helmTemplate(),
  file: source.file,
  ...rangeFromOffsets(lines, at, at + 2),
});

/** Reads a text. Whatever it is, the answer is findings and never an exception. */
export const parseSource = (source: Source): ParsedSource => {
  const lines = new LineCounter();
  const reading = { source, lines };
  const start = { file: source.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  if (source.text.length > maximumLength) return nothing({ ...unreadable("it is longer than 4 MiB"), ...start });
  if (source.text.includes("\0")) return nothing({ ...unreadable("it is no text"), ...start });
  let documents: Document[];
  try {
    documents = [...parseAllDocuments(source.text, { ...yamlOptions, lineCounter: lines })];
  } catch (failure) {
    return nothing({ ...unreadable(failure instanceof RangeError ? "it is nested too deeply" : "its form"), ...start });
  }
  const failed = documents.some((document) => document.errors.length > 0);
  const helm = failed ? findHelmAction(source.text) : undefined;
  if (helm !== undefined) return nothing(helmFinding(reading, helm));
  const parsed = documents.map((document) => readDocument(reading, document));
  const findings = parsed.flatMap((each) => each.findings);
  return { manifests: parsed.flatMap((each) => each.manifests), findings: oncePerFile(findings) };
};

/** A file is named a template once, however many of its documents are. */
const oncePerFile = (findings: readonly LintFinding[]): LintFinding[] =>
  findings.filter(
    (finding, index) => finding.code !== "TP0703" || findings.findIndex(({ code }) => code === "TP0703") === index,
  );
