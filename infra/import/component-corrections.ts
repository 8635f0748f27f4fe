import { catalogueEntry } from "../model/dapr/catalogue/catalogue.ts";
import { findField } from "../model/dapr/catalogue/metadata-values.ts";
import { isPlainObject, itemsAt, textAt } from "../model/dapr/kinds/plain-value.ts";
import type { Problem } from "../model/problems.ts";
import { changed, offeredName, type Correction } from "./corrections.ts";
import { put, valueOf, type Place } from "./document-path.ts";
import type { Draft, Mutable } from "./draft.ts";

/** The metadata item that a place is in. */
const itemAt = (place: Place): Mutable | undefined => {
  const held = Array.isArray(place.owner) ? valueOf(place) : place.owner;
  return isPlainObject(held) && typeof held["name"] === "string" ? held : undefined;
};

const entryOf = ({ document }: Draft) =>
  catalogueEntry(textAt(document, "spec", "type") ?? "", textAt(document, "spec", "version") ?? "");

const hasField = (draft: Draft, name: string): boolean =>
  itemsAt(draft.document, "spec", "metadata").some(
    ([, item]) => textAt(item, "name")?.toLowerCase() === name.toLowerCase(),
  );

/** Values of a former field in the words of the one that replaces it. Source: components-contrib common/component/kafka. */
const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  authRequired: { true: "password", false: "none" },
};

const renameField: Correction = (draft, problem, place) => {
  const item = itemAt(place);
  const name = offeredName(problem);
  const entry = entryOf(draft);
  if (!item || name === undefined || !entry || !findField(entry, name) || hasField(draft, name)) return false;
  const was = String(item["name"]);
  const value = textAt(item, "value");
  const translated = value === undefined ? undefined : translations[was]?.[value.toLowerCase()];
  item["name"] = name;
  if (translated !== undefined) item["value"] = translated;
  const values = translated === undefined ? "" : `: was ${value}, now ${translated}`;
  draft.notes.add(item, "", `${problem.code}: was ${was}, now ${name}${values}`);
  return true;
};

/** A deprecated name still works: it stays where no other name takes its place. */
const renameFormer: Correction = (...args) => {
  if (renameField(...args)) return true;
  const [draft, problem, place] = args;
  const item = itemAt(place);
  if (item) draft.notes.add(item, "", `TODO ${problem.code}: ${problem.message}. ${problem.remedy}`);
  return item !== undefined;
};

const replaceValue: Correction = (draft, problem, place) => {
  const now = /^Did you mean "([^"]+)"\?$/.exec(problem.remedy)?.[1];
  const item = itemAt(place);
  if (now === undefined || !item) return false;
  const was = item["value"];
  item["value"] = now;
  draft.notes.add(item, "", changed(problem, was, now));
  return true;
};

/** An inline secret becomes a reference to a Secret that is still to be made; the value is not repeated. */
const secretToReference: Correction = (draft, problem, place) => {
  const item = itemAt(place);
  if (!item) return false;
  const name = `${textAt(draft.document, "metadata", "name") ?? "component"}-secret`;
  const key = String(item["name"]);
  delete item["value"];
  item["secretKeyRef"] = { name, key };
  draft.notes.add(item, "", `${problem.code}: was the value itself; create the Secret ${name} with the key ${key}`);
  return true;
};

const keepReference: Correction = (draft, problem, place) => {
  const item = itemAt(place);
  if (!item || !("value" in item)) return false;
  delete item["value"];
  draft.notes.add(item, "", `${problem.code}: was a value and a reference, now the reference`);
  return true;
};

const replaceText =
  (pattern: RegExp): Correction =>
  (draft, problem: Problem, place) => {
    const now = pattern.exec(problem.remedy)?.[1];
    if (now === undefined || Array.isArray(place.owner)) return false;
    const was = valueOf(place);
    put(place, now);
    draft.notes.add(place.owner, place.key, changed(problem, was, now));
    return true;
  };

/** The corrections of components, by code. */
export const componentCorrections: Readonly<Record<string, Correction>> = {
  TP0501: replaceText(/^Did you mean "([^"]+)"\?$/),
  TP0502: replaceText(/^Write "([^"]+)"\.$/),
  TP0503: replaceText(/^(?:Did you mean|Write) "?(v\d+)"?[.?]$/),
  TP0504: renameField,
  // What lacks is filled in by the writer, under a TODO.
  TP0506: () => true,
  TP0508: replaceValue,
  TP0509: secretToReference,
  TP0512: renameFormer,
  TP0514: keepReference,
};
