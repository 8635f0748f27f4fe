const plainKey = /^[A-Za-z_][\w-]*$/;

/**
 * Path of a field: `spec.topic`, and `targets.apps["a.b"]` for a name that is no plain word. An empty path is the
 * document itself.
 */
export const fieldPath = (path: string, field: string): string => {
  if (!plainKey.test(field)) return `${path}[${JSON.stringify(field)}]`;
  return path === "" ? field : `${path}.${field}`;
};

/** Path of an item of a list. */
export const itemPath = (path: string, index: number): string => `${path}[${index}]`;

const longestShown = 200;

/** A value as a problem may carry it: short, and never a whole object. */
export const shown = (value: unknown): string | number | boolean | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  if (typeof value === "bigint") return String(value);
  return Array.isArray(value) ? "(a list)" : "(an object)";
};

/** Shown in the place of a secret. */
export const hidden = "(hidden)";
