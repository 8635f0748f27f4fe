import { checkOpenGroup } from "../lint/check-dapr-manifest.ts";
import { checkComponent } from "../model/checks/check-component.ts";
import type { ComponentMetadata } from "../model/dapr/component-spec.ts";
import { checkManifest } from "../model/dapr/kinds/check-manifest.ts";
import type { DaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import { objectAt, textAt, textsAt, valueAt } from "../model/dapr/kinds/plain-value.ts";
import type { Problem } from "../model/problems.ts";
import { componentCorrections } from "./component-corrections.ts";
import { corrections, type Correction } from "./corrections.ts";
import { placeOf, remove, valueOf, type Place } from "./document-path.ts";
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
  const first = ["TP0601", "TP0613", "TP0602", "TP0603", "TP0501", "TP0502", "TP0503", "TP0512", "TP0504", "TP0508"];
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

/** What lacks in the metadata of a component is reported at the metadata as a whole, which stays. */
const isMetadata = (draft: Draft, { owner, key }: Place): boolean =>
  draft.kind === "Component" &&
  owner === draft.document["spec"] &&
  key === "metadata" &&
  Array.isArray(valueOf({ owner, key }));

const nameIn = (place: Place): string => {
  const item = Array.isArray(place.owner) ? place.owner[Number(place.key)] : undefined;
  return textAt(item, "name") ?? (Array.isArray(place.owner) ? "" : place.key);
};

/** What is left when nothing certain is known: an error is taken out, a warning stays, and both are told. */
const fallBack = (draft: Draft, problem: Problem, found: Place): void => {
  const place = wholeItem(draft, found);
  const standing = Array.isArray(place.owner) || Object.hasOwn(place.owner, place.key);
  if (isMetadata(draft, place)) {
    draft.notes.add(place.owner, place.key, todo(problem));
    return;
  }
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
const mostRounds = 50;
const finalAttempt = 3;

/** What a correction changes: the item of a list, or the object that holds the field. */
const subjectOf = ({ owner, key }: Place): object => {
  const item: unknown = Array.isArray(owner) ? owner[Number(key)] : undefined;
  return typeof item === "object" && item !== null ? item : owner;
};

/** The place of an item now that others of its list may be gone; undefined when it is gone itself. */
const placeNow = (place: Place, subject: object): Place | undefined => {
  const { owner } = place;
  if (!Array.isArray(owner) || owner === subject) return place;
  const index = owner.indexOf(subject);
  return index < 0 ? undefined : { ...place, key: String(index) };
};

/** Corrects one problem; false when nothing more is to be tried. */
const correct = (draft: Draft, problem: Problem, place: Place, attempt: ReturnType<typeof attemptsOf>): boolean => {
  const key = `${problem.code} ${Array.isArray(place.owner) ? "" : place.key} ${String(problem.value)}`;
  if (attempt(subjectOf(place), key) >= (problem.severity === "warning" ? 2 : finalAttempt)) return false;
  if (!(all[problem.code]?.(draft, problem, place) ?? false)) fallBack(draft, problem, place);
  return true;
};

/**
 * Corrects a draft in place until nothing that is wrong is left: first by what is known of a mistake, and where that does
 * not help by taking it out. Each step leaves a note. A round changes each object once, since what else was found in it
 * may no longer hold.
 */
export const correctDraft = (draft: Draft, dapr: DaprVersion): void => {
  const attempt = attemptsOf();
  for (let round = 0; round < mostRounds; round++) {
    const changedObjects = new Set<object>();
    const found = checkDraft(draft, dapr)
      .sort((a, b) => urgency(a) - urgency(b))
      .flatMap((problem) => {
        const place = placeOf(draft.document, problem.path);
        return place ? [{ problem, place, subject: subjectOf(place) }] : [];
      });
    for (const { problem, place, subject } of found) {
      const now = changedObjects.has(subject) ? undefined : placeNow(place, subject);
      if (now && correct(draft, problem, now, attempt)) changedObjects.add(subject);
    }
    if (changedObjects.size === 0) return;
  }
};
