import { catalogueEntry } from "../model/dapr/catalogue/catalogue.ts";
import type { AuthenticationEntry, CatalogueEntry, FieldEntry } from "../model/dapr/catalogue/entry.ts";
import { findField, itemsByField, readItems, textOf } from "../model/dapr/catalogue/metadata-values.ts";
import { fitProfiles } from "../model/dapr/catalogue/select-profile.ts";
import type { ComponentMetadata } from "../model/dapr/component-spec.ts";
import { itemsAt, objectAt, textAt, valueAt } from "../model/dapr/kinds/plain-value.ts";
import { toMilliseconds } from "../model/units.ts";
import { literal, type Code, type CodeField } from "./code.ts";
import type { Draft } from "./draft.ts";
import { metadataCode } from "./metadata-code.ts";
import { referenceCode, secretCode } from "./reference-code.ts";

type ObjectCode = Code & { kind: "object" };

/** What the typed arguments are gathered in. */
interface Gathered {
  readonly metadata: CodeField[];
  readonly authentication: CodeField[];
  readonly extra: CodeField[];
  /** What has no place, and why. */
  readonly notes: string[];
}

const sameName = (name: string) => (field: { readonly name: string }) =>
  field.name.toLowerCase() === name.toLowerCase();

/** The way to authenticate that the metadata means: the one of which the most is there and the least is missing. */
const chooseProfile = (draft: Draft, entry: CatalogueEntry): AuthenticationEntry | undefined => {
  const metadata = itemsAt(draft.document, "spec", "metadata").map(([, item]) => item as unknown as ComponentMetadata);
  const items = itemsByField(readItems(entry, metadata));
  const own = (profile: AuthenticationEntry): number =>
    profile.fields.filter(({ name }) => items.has(name.toLowerCase())).length;
  const fits = fitProfiles(entry, items)
    .filter((fit) => !fit.excluded || entry.authenticationRequired)
    .sort(
      (a, b) =>
        Number(a.excluded) - Number(b.excluded) ||
        a.missing.length - b.missing.length ||
        own(b.profile) - own(a.profile),
    );
  const [best] = fits;
  return best && (entry.authenticationRequired || own(best.profile) > 0) ? best.profile : undefined;
};

const secretName = (draft: Draft): string => `${textAt(draft.document, "metadata", "name") ?? "component"}-secret`;

/** The text of a value; a list or an object is its JSON, as daprd reads it. */
const literalOf = (item: ComponentMetadata): string => {
  const value: unknown = "value" in item ? item.value : undefined;
  return textOf(item) ?? (typeof value === "object" && value !== null ? JSON.stringify(value) : "");
};

/** A field's value, and what is to be said of it. */
const valueCode = (draft: Draft, field: FieldEntry, item: ComponentMetadata): { code?: Code; note?: string } => {
  const reference = referenceCode(item);
  if (reference) return { code: reference };
  const value = literalOf(item);
  const code = metadataCode(field, value);
  if (code) return { code };
  if (field.sensitive && value !== "") {
    const note = `TP0509: was the value itself; create the Secret ${secretName(draft)} with the key ${field.name}`;
    return { code: secretCode(secretName(draft), field.name), note };
  }
  return { note: value === "" ? "" : `TODO TP0507: ${field.name}: "${value}" is no ${field.type}` };
};

const addItem = (
  draft: Draft,
  entry: CatalogueEntry,
  profile: AuthenticationEntry | undefined,
  item: ComponentMetadata,
  to: Gathered,
): void => {
  const notes = [...draft.notes.of(item, ""), ...draft.notes.of(item, "name"), ...draft.notes.of(item, "value")];
  const field = findField(entry, item.name);
  if (!field) {
    const value = referenceCode(item) ?? literal(literalOf(item));
    to.extra.push({ key: item.name, value, notes });
    return;
  }
  const shared = entry.fields.find(sameName(field.name));
  const own = profile?.fields.find(sameName(field.name));
  if (own?.constant !== undefined) {
    to.notes.push(...notes);
    return;
  }
  const list = shared ? to.metadata : own ? to.authentication : undefined;
  const { code, note } = valueCode(draft, shared ?? own ?? field, item);
  if (!list) {
    const reason = profile ? `is not read with authentication by "${profile.profile}"` : "belongs to no profile";
    const told = notes.some((text) => text.includes("TP0801"));
    to.notes.push(...notes, ...(told ? [] : [`TODO TP0511: ${field.name} is left out: it ${reason}.`]));
  } else if (!code) to.notes.push(...notes, ...(note ? [note] : []));
  else if (!list.some(({ key }) => key === field.name))
    list.push({ key: field.name, value: code, notes: [...notes, ...(note ? [note] : [])] });
};

const placeholder = (draft: Draft, field: FieldEntry): Code => {
  if (field.sensitive) return secretCode(secretName(draft), field.name);
  if (field.allowedValues?.[0] !== undefined) return metadataCode(field, field.allowedValues[0]) ?? literal("");
  return (
    metadataCode(field, { string: "", bool: "false", number: "0", duration: "0s", bytesize: "0" }[field.type]) ??
    literal("")
  );
};

/** What TypeScript asks for and the file does not have. */
const addMissing = (draft: Draft, entry: CatalogueEntry, fields: readonly FieldEntry[], to: CodeField[]): void => {
  for (const field of fields) {
    const asked = field.required && (field.direction === undefined || entry.binding?.input !== entry.binding?.output);
    if (!asked || field.constant !== undefined || to.some(({ key }) => key === field.name)) continue;
    to.push({ key: field.name, value: placeholder(draft, field), notes: [`TODO TP0506: ${field.name} was missing.`] });
  }
};

const object = (fields: readonly CodeField[], notes: readonly string[] = []): ObjectCode => ({
  kind: "object",
  fields,
  notes,
});

const optionFields = (draft: Draft): CodeField[] => {
  const { initTimeout, ignoreErrors } = objectAt(draft.document, "spec");
  return [
    ...(typeof initTimeout === "string" && !Number.isNaN(toMilliseconds(initTimeout))
      ? [{ key: "initTimeout", value: literal(initTimeout), notes: [] }]
      : []),
    ...(typeof ignoreErrors === "boolean" ? [{ key: "ignoreErrors", value: literal(ignoreErrors), notes: [] }] : []),
  ];
};

const argsCode = (draft: Draft, entry: CatalogueEntry): Code => {
  const profile = chooseProfile(draft, entry);
  const gathered: Gathered = { metadata: [], authentication: [], extra: [], notes: [] };
  for (const [, item] of itemsAt(draft.document, "spec", "metadata"))
    if (typeof item["name"] === "string" && item["name"] !== "")
      addItem(draft, entry, profile, item as unknown as ComponentMetadata, gathered);
  addMissing(draft, entry, entry.fields, gathered.metadata);
  if (profile) addMissing(draft, entry, profile.fields, gathered.authentication);
  const named = profile && [{ key: "profile", value: literal(profile.profile), notes: [] }, ...gathered.authentication];
  const notes = [...draft.notes.of(objectAt(draft.document, "spec"), "metadata"), ...gathered.notes];
  return object(
    [
      ...(gathered.metadata.length > 0 ? [{ key: "metadata", value: object(gathered.metadata), notes: [] }] : []),
      ...(named ? [{ key: "authentication", value: object(named), notes: [] }] : []),
      ...(gathered.extra.length > 0 ? [{ key: "extraMetadata", value: object(gathered.extra), notes: [] }] : []),
      ...optionFields(draft),
    ],
    notes,
  );
};

/** `component("pubsub.kafka/v1", {...})`; undefined when daprd has no such component. */
export const componentCode = (draft: Draft): Code | undefined => {
  const type = textAt(draft.document, "spec", "type") ?? "";
  const version = textAt(draft.document, "spec", "version") || "v1";
  const entry = catalogueEntry(type, version);
  if (!entry || entry.unavailable !== undefined || valueAt(draft.document, "spec") === undefined) return undefined;
  return { kind: "call", name: "component", args: [literal(`${entry.type}/${entry.version}`), argsCode(draft, entry)] };
};
