import type { CatalogueEntry, FieldEntry } from "../dapr/catalogue/entry.ts";
import { isGiven, type MetadataItem } from "../dapr/catalogue/metadata-values.ts";
import { fitProfiles, type ProfileFit } from "../dapr/catalogue/select-profile.ts";
import { didYouMean } from "../names.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

type Items = ReadonlyMap<string, MetadataItem>;

const isTrue = (item: MetadataItem | undefined): boolean =>
  item !== undefined && isGiven(item) && item.literal?.toLowerCase() !== "false";

const exclusiveProblems = (entry: CatalogueEntry, items: Items, path: string): Problem[] =>
  (entry.exclusive ?? []).flatMap(([a, b]) => {
    const second = items.get(b.toLowerCase());
    if (second === undefined || !isTrue(second) || !isTrue(items.get(a.toLowerCase()))) return [];
    const where = `${path}.metadata[${second.index}].name`;
    return [error("TP0511", where, b, `is a second way to authenticate beside ${a}`, `Keep one of ${a} and ${b}.`)];
  });

/** The field that tells the profiles apart, such as `authType`, and its values. */
const discriminator = (entry: CatalogueEntry): { name: string; values: string[] } | undefined => {
  const constants = entry.authentication.flatMap((one) => one.fields.filter((field) => field.constant !== undefined));
  const name = constants[0]?.name;
  if (name === undefined || !entry.authentication.every((one) => one.fields.some((field) => field.name === name)))
    return undefined;
  const values = constants.filter((field) => field.name === name).map((field) => field.constant ?? "");
  return { name, values: [...new Set(values)] };
};

const wrongChoice = (entry: CatalogueEntry, items: Items, path: string): Problem[] => {
  const found = discriminator(entry);
  const item = found && items.get(found.name.toLowerCase());
  if (found === undefined || item?.literal === undefined || item.literal === "") return [];
  const { literal, index } = item;
  if (found.values.some((value) => value.toLowerCase() === literal.toLowerCase())) return [];
  const guess = didYouMean(literal, found.values);
  const remedy = guess === undefined ? `Use one of: ${found.values.join(", ")}.` : `Did you mean "${guess}"?`;
  return [error("TP0508", `${path}.metadata[${index}].value`, literal, `is no value of ${found.name}`, remedy)];
};

const describe = ({ profile }: ProfileFit): string => {
  const required = profile.fields.filter((field) => field.required);
  const names = required.map((field) =>
    field.constant === undefined ? field.name : `${field.name}: ${field.constant}`,
  );
  return `${profile.profile} (${names.join(", ") || "no field"})`;
};

/** A former field stands in for the one that tells the profiles apart, such as kafka's authRequired. */
const hasFormer = (entry: CatalogueEntry, items: Items): boolean => {
  const name = discriminator(entry)?.name;
  return (
    name !== undefined && entry.fields.some((field) => field.deprecated === name && items.has(field.name.toLowerCase()))
  );
};

const missingOf = (fit: ProfileFit, path: string): Problem[] =>
  fit.missing.map((field: FieldEntry) =>
    error(
      "TP0506",
      `${path}.metadata`,
      field.name,
      `lacks ${field.name}, which authentication by "${fit.profile.profile}" needs`,
      field.sensitive ? `Add ${field.name} as secretKeyRef.` : `Add ${field.name}.`,
    ),
  );

/** What is wrong with the way a component authenticates: none, half of one, or two. */
export const checkAuthentication = (entry: CatalogueEntry, items: Items, path: string): Problem[] => {
  const exclusive = exclusiveProblems(entry, items, path);
  if (!entry.authenticationRequired || exclusive.length > 0) return exclusive;
  const choice = wrongChoice(entry, items, path);
  if (choice.length > 0 || hasFormer(entry, items)) return choice;
  const fits = fitProfiles(entry, items).filter((fit) => !fit.excluded);
  if (fits.some((fit) => fit.missing.length === 0)) return [];
  const chosen = fits.filter((fit) => fit.chosen).sort((a, b) => a.missing.length - b.missing.length)[0];
  if (chosen !== undefined) return missingOf(chosen, path);
  const remedy = `Use exactly one of: ${fits.map(describe).join("; ")}.`;
  return [error("TP0510", `${path}.metadata`, entry.type, "has no complete way to authenticate", remedy)];
};
