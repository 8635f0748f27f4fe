/** What a value is that the engine learns only by creating the resource; it is there, and nothing more is known. */
export const unknownValue = Symbol("unknown until it is created");

/** A resource's properties, as written in its program. */
export type Fields = Readonly<Record<string, unknown>>;

/** The members of an object; none of anything else. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** The items of a list; none of anything else. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** What lies at the end of a path; undefined where it breaks off. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((member, key) => (member === unknownValue ? member : fieldsOf(member)[key]), value);

/** A text; empty for anything else. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Whether a value is known and is not the one that is asked for. */
export const differs = (value: unknown, wanted: unknown): boolean => value !== wanted && value !== unknownValue;

/** Whether there is nothing: no value, an empty text, list or object. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && Object.keys(value).length === 0);

/** A number, text or truth value as a message shows it; empty for anything else. */
export const shownAs = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
