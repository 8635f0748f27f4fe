import type { AuthenticationEntry, FieldEntry } from "../entry.ts";
import { secretNames } from "../overlay/field-patches.ts";
import type { GoField } from "./read-go-fields.ts";

interface Fields {
  readonly fields: readonly FieldEntry[];
  readonly authentication: readonly AuthenticationEntry[];
}

const lower = (names: Iterable<string>): Set<string> => new Set([...names].map((name) => name.toLowerCase()));

const allNames = (draft: Fields): Set<string> =>
  lower([...draft.fields, ...draft.authentication.flatMap((one) => one.fields)].map((field) => field.name));

/** The other names that Go reads a field by, but for those that are fields of their own. */
const withAliases =
  (goFields: readonly GoField[], names: ReadonlySet<string>) =>
  (field: FieldEntry): FieldEntry => {
    const name = field.name.toLowerCase();
    const others = goFields
      .filter((go) => lower([go.name, ...go.aliases]).has(name))
      .flatMap((go) => [go.name, ...go.aliases])
      .filter((other) => !names.has(other.toLowerCase()));
    const aliases = [...new Set([...(field.aliases ?? []), ...others])];
    return aliases.length === 0 ? field : { ...field, aliases };
  };

const toField = (go: GoField): FieldEntry => ({
  name: go.name,
  type: go.type,
  required: false,
  sensitive: go.type === "string" && secretNames.has(go.name.toLowerCase()),
  ...(/^\*?u?int/.test(go.goType) ? { integer: true as const } : {}),
  ...(go.aliases.length === 0 ? {} : { aliases: go.aliases }),
  source: `components-contrib ${go.source}`,
});

/** Adds the names that the code reads and metadata.yaml does not list: as aliases, or as fields of their own. */
export const addCodeFields = (draft: Fields, goFields: readonly GoField[]): Fields => {
  const names = allNames(draft);
  const aliased = withAliases(goFields, names);
  const fields = draft.fields.map(aliased);
  const authentication = draft.authentication.map((one) => ({ ...one, fields: one.fields.map(aliased) }));
  const known = lower(
    [...fields, ...authentication.flatMap((one) => one.fields)].flatMap((field) => [
      field.name,
      ...(field.aliases ?? []),
    ]),
  );
  const unknown = goFields.filter((go) => ![go.name, ...go.aliases].some((name) => known.has(name.toLowerCase())));
  return { fields: [...fields, ...unknown.map(toField)], authentication };
};
