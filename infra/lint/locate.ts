import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type LineCounter, type Node, type Pair } from "yaml";
import type { SourceRange } from "./lint-finding.ts";

/** Where a path leads: the node, and the key it stands under. */
interface Step {
  readonly node: unknown;
  readonly key?: unknown;
}

/** What of a field a problem is about: its value, or that it is there at all. */
export type LocatedPart = "key" | "value";

type Range = readonly [start: number, end: number];

const rangeOf = (node: unknown): Range | undefined => {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
};

const keyText = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : "");

/** The pair whose key the rest of a path begins with; keys may contain dots, so the longest wins. */
const pairAt = (items: readonly unknown[], rest: string): { pair: Pair; rest: string } | undefined => {
  const found = items
    .filter((item) => isPair(item))
    .map((pair) => ({ pair, key: keyText(pair) }))
    .filter(({ key }) => key !== "" && rest.startsWith(key) && /^$|^[.[]/.test(rest.slice(key.length)))
    .sort((a, b) => b.key.length - a.key.length)[0];
  return found && { pair: found.pair, rest: rest.slice(found.key.length) };
};

const unquoted = (text: string): string => text.replace(/\\(.)/g, "$1");

/** One step along a path, or undefined when nothing stands there. */
const follow = (at: unknown, rest: string): { step: Step; rest: string } | undefined => {
  const index = /^\[(\d+)\]/.exec(rest);
  if (index && isSeq(at)) {
    const node = at.items[Number(index[1])];
    return node === undefined ? undefined : { step: { node }, rest: rest.slice(index[0].length) };
  }
  if (!isMap(at)) return undefined;
  const quoted = /^\["((?:[^"\\]|\\.)*)"\]/.exec(rest);
  const found = quoted ? pairAt(at.items, unquoted(quoted[1] ?? "")) : pairAt(at.items, rest.replace(/^\./, ""));
  if (!found) return undefined;
  const step = { node: found.pair.value, key: found.pair.key };
  return { step, rest: quoted ? rest.slice(quoted[0].length) : found.rest };
};

const walk = (document: Document, root: unknown, path: string): { steps: Step[]; complete: boolean } => {
  const steps: Step[] = [{ node: root }];
  let rest = path;
  while (rest !== "") {
    const last = steps.at(-1)?.node;
    const next = follow(isAlias(last) ? last.resolve(document) : last, rest);
    if (!next || next.rest === rest) return { steps, complete: false };
    steps.push(next.step);
    rest = next.rest;
  }
  return { steps, complete: true };
};

const firstKeyRange = (node: unknown): Range | undefined => {
  if (!isMap(node)) return rangeOf(node);
  return rangeOf(node.items[0]?.key) ?? rangeOf(node);
};

/** A scalar is shown itself; a collection by its key, or by its first key where it has none. */
const rangeOfStep = ({ node, key }: Step, part: LocatedPart): Range | undefined => {
  const isShown = (isScalar(node) || isAlias(node)) && node.range?.[0] !== node.range?.[1];
  if (isShown && !(part === "key" && key)) return rangeOf(node);
  return rangeOf(key) ?? firstKeyRange(node);
};

/**
 * Place of a path such as `spec.metadata[3].value` below a node. Where nothing stands, the nearest parent is named by its
 * key.
 */
export const locate = (
  document: Document,
  lines: LineCounter,
  root: unknown,
  path: string,
  part: LocatedPart = "value",
): SourceRange => {
  const { steps, complete } = walk(document, root, path);
  const last = steps.at(-1) ?? { node: root };
  const shown = complete ? rangeOfStep(last, part) : (rangeOf(last.key) ?? firstKeyRange(last.node));
  const [start, end] = shown ?? firstKeyRange(root) ?? [0, 0];
  return rangeFromOffsets(lines, start, end);
};

/** Lines and columns of two offsets. */
export const rangeFromOffsets = (lines: LineCounter, start: number, end: number): SourceRange => {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  return { line: Math.max(1, from.line), column: from.col, endLine: Math.max(1, to.line), endColumn: to.col };
};
