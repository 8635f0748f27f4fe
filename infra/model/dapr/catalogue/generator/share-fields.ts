import type { AuthenticationEntry, FieldEntry } from "../entry.ts";
import { noProfiles, sharedFields } from "../overlay/authentication.ts";

interface Fields {
  readonly fields: readonly FieldEntry[];
  readonly authentication: readonly AuthenticationEntry[];
}

const asShared = (field: FieldEntry): FieldEntry => {
  const shared: { -readonly [Key in keyof FieldEntry]: FieldEntry[Key] } = { ...field, required: false };
  delete shared.constant;
  return shared;
};

/** Moves what every way to authenticate may use to the shared fields; a profile keeps what it requires. */
export const shareFields = (type: string, { fields, authentication }: Fields): Fields => {
  const names = sharedFields[type] ?? [];
  const all = authentication.flatMap((profile) => profile.fields);
  const moved = names.flatMap((name) => all.filter((field) => field.name === name).slice(0, 1));
  const shared = [...fields, ...moved.filter((one) => !fields.some((field) => field.name === one.name)).map(asShared)];
  const sharedNames = new Set(shared.map((field) => field.name));
  return {
    fields: shared,
    authentication: authentication
      .filter((one) => noProfiles[type]?.includes(one.profile) !== true)
      .map((one) => ({ ...one, fields: one.fields.filter((field) => field.required || !sharedNames.has(field.name)) })),
  };
};
