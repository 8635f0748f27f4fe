import { checkOpenGroup } from "../lint/check-dapr-manifest.ts";
import { checkComponent } from "../model/checks/check-component.ts";
import type { ComponentMetadata } from "../model/dapr/component-spec.ts";
import { checkManifest } from "../model/dapr/kinds/check-manifest.ts";
import type { DaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import { objectAt, textAt, textsAt, valueAt } from "../model/dapr/kinds/plain-value.ts";
import type { Problem } from "../model/problems.ts";
import { componentCorrections } from "./component-corrections.ts";
import { corrections, type Correction } from "./corrections.ts";
import { placeOf, remove, type Place } from "./document-path.ts";
import type { Draft } from "./draft.ts";

const checkSpec = ({ document, kind }: Draft): Problem[] => {
  const type = textAt(document, "spec", "type");
  if (kind !== "Component" || type === undefined) return [];
  const metadata = valueAt(document, "spec", "metadata");
  const checked = {
    type,
    version: textAt(document, "spec", "version") ?? "",
    metadata: Array.isArray(metadata) ? (metadata as ComponentMetadata[]) : [],
  };
  const scopes = textsAt(document, "scopes").map(([, app]) => app);
  return [...checkComponent(checked, "spec", { scopes }), ...checkOpenGroup(document, scopes)];
};

/** What is wrong with a draft as it stands. */
export const checkDraft = (draft: Draft, dapr: DaprVersion): Problem[] => [
  ...checkManifest(draft.document, "", dapr),
  ...checkSpec(draft),
];

/** Renames come before anything that is said of the old name; what is moved is no longer missing. */
const urgency = ({ code }: Problem): number => {
  const first = ["TP0601", "TP0613", "TP0602", "TP0603", "TP0501", "TP0502", "TP0503", "TP0512"];
  const index = first.indexOf(code);
  return index < 0 ? first.length : index;
};

/** A TODO, unless what is left to do was to remove it. */
const todo = ({ code, message, remedy }: Problem, what = ""): string =>
  `${what !== "" && remedy.startsWith("Remove it") ? "" : "TODO "}${code}: ${what}${message}. ${remedy}`.replaceAll(
    "..",
    ".",
  );

/** Where a note about a removed item goes: to the field that holds the list. */
const fieldAround = (place: Place): { owner: object; key: string } => {
  let at = place;
  while (Array.isArray(at.owner) && at.parent) at = at.parent;
  return at === place ? { owner: place.owner, key: "" } : { owner: at.owner, key: at.key };
};

/** A metadata item stands and falls as a whole; its field is one key of the typed metadata. */
const wholeItem = (draft: Draft, place: Place): Place => {
  const metadata = objectAt(draft.document, "spec")["metadata"];
  let at: Place | undefined = place;
  while (at && at.owner !== metadata) at = at.parent;
  return draft.kind === "Component" && at ? at : place;
};

const nameIn = (place: Place): string => {
  const item = Array.isArray(place.owner) ? place.owner[Number(place.key)] : undefined;
  return textAt(item, "name") ?? (Array.isArray(place.owner) ? "" : place.key);
};

/** What is left when nothing certain is known: an error is taken out, a warning stays, and both are told. */
const fallBack = (draft: Draft, problem: Problem, found: Place): void => {
  const place = wholeItem(draft, found);
  const standing = Array.isArray(place.owner) || Object.hasOwn(place.owner, place.key);
  if (problem.severity === "warning" || !standing || place.owner === draft.document) {
    const item = Array.isArray(place.owner) ? place.owner[Number(place.key)] : undefined;
    if (typeof item === "object" && item !== null) draft.notes.add(item, "", todo(problem));
    else draft.notes.add(place.owner, standing ? place.key : "", todo(problem));
    return;
  }
  const { owner, key } = fieldAround(place);
  const name = nameIn(place);
  draft.notes.add(owner, key, todo(problem, name === "" ? "" : `${name} is left out: `));
  remove(place);
};

const attemptsOf = () => {
  const seen = new WeakMap<object, Map<string, number>>();
  return (owner: object, key: string): number => {
    const counts = seen.get(owner) ?? new Map<string, number>();
    seen.set(owner, counts);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
};

const all: Readonly<Record<string, Correction>> = { ...corrections, ...componentCorrections };
const mostRounds = 500;
const finalAttempt = 3;

/**
 * Corrects a draft in place until nothing that is wrong is left, one problem at a time: first by what is known of the
 * mistake, and where that does not help by taking it out. Each step leaves a note.
 */
export const correctDraft = (draft: Draft, dapr: DaprVersion): void => {
  const attempt = attemptsOf();
  const done = new Set<Problem["path"]>();
  for (let round = 0; round < mostRounds; round++) {
    const problems = checkDraft(draft, dapr).sort((a, b) => urgency(a) - urgency(b));
    const next = problems
      .filter(({ code, path, severity }) => severity === "error" || !done.has(`${code} ${path}`))
      .map((problem) => ({ problem, place: placeOf(draft.document, problem.path) }))
      .find(({ problem, place }) => place && attempts(attempt, problem, place) < finalAttempt);
    if (!next?.place) return;
    const { problem, place } = next;
    if (problem.severity === "warning") done.add(`${problem.code} ${problem.path}`);
    const corrected = all[problem.code]?.(draft, problem, place) ?? false;
    if (!corrected) fallBack(draft, problem, place);
  }
};

const attempts = (attempt: ReturnType<typeof attemptsOf>, problem: Problem, place: Place): number =>
  attempt(place.owner, `${problem.code} ${Array.isArray(place.owner) ? "" : place.key} ${String(problem.value)}`);
