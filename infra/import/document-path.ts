import type { Mutable } from "./draft.ts";

/** A field of an object, or an item of a list. */
export interface Place {
  readonly owner: Mutable | unknown[];
  readonly key: string;
  /** Place of the owner itself; undefined for the document. */
  readonly parent?: Place;
}

/** The steps of a path such as `spec.metadata[3].value` or `targets.apps["a.b"]`. */
const stepsOf = (path: string): string[] =>
  [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plain]) => quoted?.replace(/\\(.)/g, "$1") ?? index ?? plain ?? "",
  );

const isOwner = (value: unknown): value is Mutable | unknown[] => typeof value === "object" && value !== null;

/** What stands at a place. */
export const valueOf = ({ owner, key }: Place): unknown => {
  if (Array.isArray(owner)) return owner[Number(key)];
  return Object.hasOwn(owner, key) ? owner[key] : undefined;
};

/** The place that a path means, or the nearest one above it that can be there. */
export const placeOf = (document: Mutable, path: string): Place | undefined => {
  let place: Place | undefined;
  let owner: unknown = document;
  for (const key of stepsOf(path)) {
    if (!isOwner(owner)) return place;
    place = { owner, key, ...(place ? { parent: place } : {}) };
    owner = valueOf(place);
  }
  return place;
};

/** Takes away what stands at a place. */
export const remove = ({ owner, key }: Place): void => {
  if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else delete owner[key];
};

/** Puts a value at a place. */
export const put = ({ owner, key }: Place, value: unknown): void => {
  if (Array.isArray(owner)) owner[Number(key)] = value;
  else owner[key] = value;
};
