/** A value within plain data, by its path; `undefined` where there is none. */
export const valueAt = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );

/** A text or a number as text. */
export const textAt = (value: unknown, ...path: readonly (string | number)[]): string | undefined => {
  const found = valueAt(value, ...path);
  return typeof found === "string"
    ? found
    : typeof found === "number" || typeof found === "boolean"
      ? String(found)
      : undefined;
};

/** A number, also one that is written as text. */
export const numberAt = (value: unknown, ...path: readonly (string | number)[]): number | undefined => {
  const found = textAt(value, ...path);
  return found === undefined || found === "" || Number.isNaN(Number(found)) ? undefined : Number(found);
};

/** A list; an empty one where there is none. */
export const listAt = (value: unknown, ...path: readonly (string | number)[]): readonly unknown[] => {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? (found as unknown[]) : [];
};

/** Fields; none where there are none. */
export const fieldsAt = (value: unknown, ...path: readonly (string | number)[]): Readonly<Record<string, unknown>> => {
  const found = valueAt(value, ...path);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : {};
};

/** Texts of a list. */
export const textsAt = (value: unknown, ...path: readonly (string | number)[]): readonly string[] =>
  listAt(value, ...path).filter((member) => typeof member === "string");

/** Whether two values are the same data, whatever the order of their fields. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  ) ?? "";
