/** One step of a path: a field's name, or the place in a list. */
export type PathStep = string | number;

/** Splits a path as the engine writes it: `spec.containers[0].env`, `metadata.annotations["a.b/c"]`. */
export const splitPath = (path: string): PathStep[] =>
  [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, name]) =>
    quoted !== undefined ? quoted : index !== undefined ? Number(index) : (name ?? ""),
  );
