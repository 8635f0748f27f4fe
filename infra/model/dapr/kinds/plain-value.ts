/** An object of a parsed document. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields: no list, no null. */
export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const own = (object: PlainObject, field: string): unknown => (Object.hasOwn(object, field) ? object[field] : undefined);

/** What stands at a place of a document, or undefined when something on the way there is no object. */
export const valueAt = (document: unknown, ...fields: readonly string[]): unknown =>
  fields.reduce<unknown>((value, field) => (isPlainObject(value) ? own(value, field) : undefined), document);

/** The object at a place; an empty one when there is none. */
export const objectAt = (document: unknown, ...fields: readonly string[]): PlainObject => {
  const value = valueAt(document, ...fields);
  return isPlainObject(value) ? value : {};
};

/** The objects of the list at a place, with their index; anything else in it is left out. */
export const itemsAt = (document: unknown, ...fields: readonly string[]): [number, PlainObject][] => {
  const value = valueAt(document, ...fields);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index): [number, PlainObject][] => (isPlainObject(item) ? [[index, item]] : []));
};

/** The string at a place, or undefined. */
export const textAt = (document: unknown, ...fields: readonly string[]): string | undefined => {
  const value = valueAt(document, ...fields);
  return typeof value === "string" ? value : undefined;
};

/** The strings of the list at a place, with their index. */
export const textsAt = (document: unknown, ...fields: readonly string[]): [number, string][] => {
  const value = valueAt(document, ...fields);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index): [number, string][] => (typeof item === "string" ? [[index, item]] : []));
};

/** The fields of an object that are objects themselves. */
export const membersAt = (document: unknown, ...fields: readonly string[]): [string, PlainObject][] =>
  Object.entries(objectAt(document, ...fields)).filter((entry): entry is [string, PlainObject] =>
    isPlainObject(entry[1]),
  );

/** Whether a text stands for something that is filled in later: `<NAME>`, `${NAME}`, `$(NAME)`, `{{ name }}`. */
export const isPlaceholder = (value: unknown): boolean =>
  typeof value === "string" && /<[^<>]+>|\$\{[^}]*\}|\$\([^)]*\)|\{\{.*\}\}/.test(value);

/** The values that occur more than once in a list, each with the index of its repetition. */
export const repetitions = <T>(items: readonly (readonly [number, T])[], keyOf: (item: T) => string): [number, T][] => {
  const seen = new Set<string>();
  return items.flatMap(([index, item]): [number, T][] => {
    const key = keyOf(item);
    if (seen.has(key)) return [[index, item]];
    seen.add(key);
    return [];
  });
};
