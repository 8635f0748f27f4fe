import { catalogueEntry, versionsOf } from "../dapr/catalogue/catalogue.ts";
import type { CatalogueEntry, FieldEntry } from "../dapr/catalogue/entry.ts";
import { allFields, findField, isPlaceholder, textOf, type MetadataItem } from "../dapr/catalogue/metadata-values.ts";
import { remedyForName } from "../names.ts";
import type { Problem } from "../problems.ts";
import { error, warning } from "./error.ts";
import { adviceFor } from "./field-advice.ts";
import { holdsSecret } from "./holds-secret.ts";
import { valueProblem } from "./value-problem.ts";

const itemPath = (path: string, index: number): string => `${path}.metadata[${index}]`;

const isOpen = (entry: CatalogueEntry, name: string): boolean =>
  entry.openFields?.some((ending) => name.endsWith(ending) && name !== ending) ?? false;

const otherVersion = (entry: CatalogueEntry, name: string): string | undefined =>
  versionsOf(entry.type).find((version) => {
    const other = version === entry.version ? undefined : catalogueEntry(entry.type, version);
    return other !== undefined && findField(other, name) !== undefined;
  });

const unknownField = (entry: CatalogueEntry, { item, index }: MetadataItem, path: string): Problem[] => {
  if (isOpen(entry, item.name) || isPlaceholder(item.name)) return [];
  const version = otherVersion(entry, item.name);
  const names = [...new Set(allFields(entry).map((field) => field.name))];
  const guess = remedyForName(item.name, names, `fields of ${entry.type}`);
  const remedy =
    adviceFor(entry.type, item.name) ?? (version === undefined ? guess : `It is a field of ${version}. ${guess}`);
  const message = `is no field of ${entry.type} ${entry.version}; daprd ignores it without a word`;
  return [error("TP0504", `${itemPath(path, index)}.name`, item.name, message, remedy)];
};

const isChoice = ({ allowedValues = [], otherwise }: FieldEntry, literal: string): boolean =>
  otherwise === undefined
    ? allowedValues.some((value) => value.toLowerCase() === literal.trim().toLowerCase())
    : allowedValues.includes(literal);

const choiceProblem = (field: FieldEntry, literal: string, path: string): Problem[] => {
  const { allowedValues, otherwise } = field;
  // A field that tells the ways to authenticate apart is judged with them.
  if (allowedValues === undefined || field.constant !== undefined || literal === "" || isChoice(field, literal))
    return [];
  const part = allowedValues.find((value) => literal.toLowerCase().includes(value.toLowerCase()));
  const remedy = part === undefined ? remedyForName(literal, allowedValues, "values") : `Did you mean "${part}"?`;
  const effect = otherwise === undefined ? "" : `: without a word ${otherwise}`;
  return [error("TP0508", path, literal, `is no value of ${field.name}${effect}`, remedy)];
};

const literalProblems = (field: FieldEntry, literal: string, path: string): Problem[] => {
  if (holdsSecret(field, literal))
    return [
      error(
        "TP0509",
        path,
        "(secret)",
        `gives the secret of ${field.name} away to everyone who may read the component`,
        "Write it as secretKeyRef, with the value in a Secret or in the secret store that auth.secretStore names.",
      ),
    ];
  const wrong = valueProblem(field, literal);
  if (wrong !== undefined) return [error("TP0507", path, literal, `${wrong.message} (${field.name})`, wrong.remedy)];
  return choiceProblem(field, literal, path);
};

const fieldProblems = (one: MetadataItem & { field: FieldEntry }, path: string, direction: string): Problem[] => {
  const { field, item, index, literal } = one;
  const name = `${itemPath(path, index)}.name`;
  const problems = literal === undefined ? [] : literalProblems(field, literal, `${itemPath(path, index)}.value`);
  if (field.deprecated !== undefined)
    problems.push(
      warning(
        "TP0512",
        name,
        item.name,
        "is a deprecated field",
        field.deprecated === "" ? "Remove it." : `Write "${field.deprecated}" instead.`,
      ),
    );
  if (field.direction !== undefined && direction !== "" && !direction.includes(field.direction))
    problems.push(
      warning(
        "TP0513",
        name,
        item.name,
        `is read for direction "${field.direction}" only, and this binding has "${direction}"`,
        `Remove it, or add "${field.direction}" to direction.`,
      ),
    );
  return problems;
};

/** The same field twice: daprd refuses two spellings of one name, and of two aliases it takes one. */
const repeats = (items: readonly MetadataItem[], path: string): Problem[] => {
  const first = new Map<string, MetadataItem>();
  return items.flatMap((one) => {
    const key = (one.field?.name ?? one.item.name).toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, one);
      return [];
    }
    const known = earlier.item.name === one.item.name ? "" : ` (${earlier.item.name} is the same field)`;
    return [
      error(
        "TP0505",
        `${itemPath(path, one.index)}.name`,
        one.item.name,
        `is written twice${known}; only one of the values is read`,
        `Keep one, the first is metadata[${earlier.index}].`,
      ),
    ];
  });
};

/** What is wrong with each metadata item by itself. */
export const checkMetadataFields = (entry: CatalogueEntry, items: readonly MetadataItem[], path: string): Problem[] => {
  const direction = items.find((one) => one.item.name.toLowerCase() === "direction");
  const directions = (direction === undefined ? "" : (textOf(direction.item) ?? "")).toLowerCase();
  return [
    ...repeats(items, path),
    ...items.flatMap((one) =>
      one.field === undefined
        ? unknownField(entry, one, path)
        : fieldProblems({ ...one, field: one.field }, path, directions),
    ),
  ];
};
