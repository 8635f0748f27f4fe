import { isDeepStrictEqual } from "node:util";
import { isObject } from "./property-values.ts";

/** How one property changes. */
export type ChangeKind = "add" | "delete" | "update";

/** The changed leaves by property path, in the notation the engine prints: `spec.containers[0].image`, `data["a.b"]`. */
export type PropertyChanges = Map<string, ChangeKind>;

/** Compares two property bags; the result is empty when nothing changes. */
export function propertyDiff(before: unknown, after: unknown, path = ""): PropertyChanges {
  const changes: PropertyChanges = new Map();
  if (isDeepStrictEqual(before, after)) return changes;
  const [old, now] = [members(before), members(after)];
  if (old === undefined || now === undefined || Array.isArray(before) !== Array.isArray(after)) {
    return changes.set(path, "update");
  }
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const child = Array.isArray(before) ? `${path}[${key}]` : joinPath(path, key);
    if (!now.has(key)) changes.set(child, "delete");
    else if (!old.has(key)) changes.set(child, "add");
    else for (const [at, kind] of propertyDiff(old.get(key), now.get(key), child)) changes.set(at, kind);
  }
  return changes;
}

/** Appends a key to a property path, quoted when it is no plain word. */
export function joinPath(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

function members(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value) || isObject(value)) return new Map(Object.entries(value));
  return undefined;
}
