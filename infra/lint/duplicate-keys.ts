import { isMap, isPair, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import type { LintFinding } from "./lint-finding.ts";
import { rangeFromOffsets } from "./locate.ts";
import { duplicateKey } from "./yaml-problems.ts";

const childPath = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

/** Every key that stands twice in one map of a document, at its second place. */
export const findDuplicateKeys = (file: string, root: Node | null, lines: LineCounter): LintFinding[] => {
  const findings: LintFinding[] = [];
  const visit = (node: unknown, path: string): void => {
    if (isSeq(node)) node.items.forEach((item, index) => visit(item, `${path}[${index}]`));
    if (!isMap(node)) return;
    const seen = new Set<string>();
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const key = String(pair.key.value);
      const at = childPath(path, key);
      const [start, end] = pair.key.range ?? [0, 0];
      if (seen.has(key) && key !== "<<")
        findings.push({ ...duplicateKey(at, key), file, ...rangeFromOffsets(lines, start, end) });
      seen.add(key);
      visit(pair.value, at);
    }
  };
  visit(root, "");
  return findings;
};
