import { dirname } from "node:path";
import { isPlaceholder } from "../../model/dapr/kinds/plain-value.ts";
import { editDistance } from "../../model/names.ts";
import type { Severity } from "../../model/problems.ts";
import type { Manifest } from "../manifest.ts";

/** Something that can be referred to, and the file that has it. */
export interface Named {
  readonly name: string;
  readonly file: string;
}

/** What is known of a name that nothing has. */
export interface Absence {
  readonly severity: Severity;
  readonly guess?: string;
}

const sameFolder = (a: Named | Manifest, b: Named | Manifest): boolean => dirname(a.file) === dirname(b.file);

/**
 * How sure two objects belong to one platform: those of a file do; those of a folder most likely; folders of one
 * repository often hold alternatives.
 */
export const togetherness = (a: Manifest, b: Manifest): Severity | undefined => {
  if (a.file === b.file) return "error";
  return sameFolder(a, b) ? "warning" : undefined;
};

/** Objects that say nothing of their namespace are applied to the same one. */
export const sameNamespace = (a: Manifest, b: Manifest): boolean => a.namespace === b.namespace;

/** Whether objects may be in one namespace: one that does not say may be anywhere. */
export const maybeSameNamespace = (a: Manifest, b: Manifest): boolean =>
  a.namespace === b.namespace || a.namespace === "" || b.namespace === "";

const withoutDigits = (name: string): string => name.replaceAll(/\d/g, "");
const shortestTypo = 5;
const farthestTypo = 2;

/** Names that differ by a digit or by a whole word are siblings, and no typos. */
const isTypo = (name: string, meant: string): boolean =>
  name.length >= shortestTypo &&
  Math.abs(name.length - meant.length) <= farthestTypo &&
  editDistance(name, meant) <= farthestTypo &&
  withoutDigits(name) !== withoutDigits(meant) &&
  !meant.startsWith(`${name}-`) &&
  !name.startsWith(`${meant}-`);

/**
 * Whether a name that none of the given objects has is a mistake. Most platforms are linted in parts, so that absence
 * alone proves little: a name that is nearly one of the given is a typo, and a folder that has others of the kind most
 * likely has all of them.
 */
export const judgeAbsence = (from: Manifest, name: string, known: readonly Named[]): Absence | undefined => {
  if (name === "" || isPlaceholder(name) || known.some((each) => each.name === name)) return undefined;
  const nearby = known.filter((each) => sameFolder(each, from));
  const guessIn = (candidates: readonly Named[]): string | undefined =>
    candidates.find((each) => isTypo(name, each.name))?.name;
  const guess = guessIn(nearby);
  if (guess !== undefined) return { severity: "error", guess };
  const far = guessIn(known);
  if (far !== undefined) return { severity: "warning", guess: far };
  return nearby.length > 0 ? { severity: "warning" } : undefined;
};

/** A remedy that offers the name that is meant, or all that are given. */
export const remedyForAbsence = ({ guess }: Absence, known: readonly Named[], kind: string): string => {
  if (guess !== undefined) return `Did you mean "${guess}"?`;
  const names = [...new Set(known.map(({ name }) => name))];
  return `Given are the ${kind} ${names.slice(0, 8).join(", ")}${names.length > 8 ? " …" : ""}. Add it, or correct the name.`;
};
