/** A document with one change, and what was changed. */
export interface Mutation {
  readonly title: string;
  readonly document: unknown;
}

type Json = unknown;
type Path = readonly (string | number)[];

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const placesOf = (value: Json, at: Path = []): Path[] => {
  const children = Array.isArray(value)
    ? value.map((item: Json, index) => [index, item] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [...(at.length === 0 ? [] : [at]), ...children.flatMap(([key, child]) => placesOf(child, [...at, key]))];
};

const valueAt = (document: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => (value as Record<string | number, Json>)[key], document);

const change = (
  document: Json,
  path: Path,
  edit: (parent: Record<string | number, Json>, key: string | number) => void,
): Json => {
  const copy = structuredClone(document);
  edit(valueAt(copy, path.slice(0, -1)) as Record<string | number, Json>, path.at(-1) ?? "");
  return copy;
};

const otherTypes: readonly Json[] = ["text", 7, 1.5, true, {}, [], { a: 1 }, ["text"], null];

/** Every single change of a document: each field removed, misspelt, or with a value of each other type. */
export const mutationsOf = (document: { readonly kind: string }): Mutation[] =>
  placesOf(document)
    .filter(([top]) => top !== "apiVersion" && top !== "kind")
    .flatMap((path) => {
      const name = `${document.kind}: ${path.join(".")}`;
      const old = valueAt(document, path);
      const named = typeof path.at(-1) === "string";
      const removed = {
        title: `${name} removed`,
        document: change(document, path, (parent, key) => {
          if (Array.isArray(parent)) parent.splice(Number(key), 1);
          else delete parent[key];
        }),
      };
      const misspelt = {
        title: `${name} misspelt`,
        document: change(document, path, (parent, key) => {
          parent[`${key}x`] = parent[key];
          delete parent[key];
        }),
      };
      const retyped = otherTypes
        .filter((value) => JSON.stringify(value) !== JSON.stringify(old))
        .map((value) => ({
          title: `${name} = ${JSON.stringify(value)}`,
          document: change(document, path, (parent, key) => {
            parent[key] = value;
          }),
        }));
      return [removed, ...(named ? [misspelt] : []), ...retyped];
    });
