import type { AuthenticationEntry, CatalogueEntry, FieldEntry } from "./entry.ts";
import { isGiven, type MetadataItem } from "./metadata-values.ts";

/** How well a component's metadata fits one way to authenticate. */
export interface ProfileFit {
  readonly profile: AuthenticationEntry;
  /** Whether what the profile sets itself is there, such as `authType: password`. */
  readonly chosen: boolean;
  /** Whether the metadata says something else, such as `authType: oidc`. */
  readonly excluded: boolean;
  /** Required fields that are not there. */
  readonly missing: readonly FieldEntry[];
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether the value of a switch or of a choice is another one than the profile's. */
const contradicts = (constant: string, item: MetadataItem | undefined): boolean =>
  item?.literal !== undefined && item.literal !== "" && !same(item.literal, constant);

/** The fit of every profile, by the items of each field. */
export const fitProfiles = (entry: CatalogueEntry, items: ReadonlyMap<string, MetadataItem>): ProfileFit[] =>
  entry.authentication.map((profile) => {
    const itemOf = (field: FieldEntry): MetadataItem | undefined => items.get(field.name.toLowerCase());
    const given = (field: FieldEntry): boolean => {
      const item = itemOf(field);
      return item !== undefined && isGiven(item);
    };
    const constants = profile.fields.filter((field) => field.constant !== undefined);
    return {
      profile,
      chosen: constants.length > 0 && constants.every(given),
      excluded: constants.some((field) => contradicts(field.constant ?? "", itemOf(field))),
      missing: profile.fields.filter((field) => field.required && !given(field)),
    };
  });

const weight = (fit: ProfileFit, items: ReadonlyMap<string, MetadataItem>): number =>
  fit.profile.fields.filter((field) => items.has(field.name.toLowerCase())).length;

/**
 * The profile that a component's metadata means: complete, not contradicted, and with the most of its fields there.
 * Undefined when none is complete.
 */
export const selectProfile = (
  entry: CatalogueEntry,
  items: ReadonlyMap<string, MetadataItem>,
): AuthenticationEntry | undefined =>
  fitProfiles(entry, items)
    .filter((fit) => !fit.excluded && fit.missing.length === 0)
    .sort((a, b) => weight(b, items) - weight(a, items))[0]?.profile;
