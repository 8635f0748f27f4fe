import type { PathStep } from "./field-path.ts";

/** An entry of an object's `metadata.managedFields`. */
export interface ManagedFields {
  readonly manager?: string;
  readonly operation?: string;
  readonly subresource?: string;
  /** When the manager last changed a field of its own. */
  readonly time?: string;
  readonly fieldsV1?: unknown;
}

/** Who has set a field. */
export interface FieldOwner {
  readonly manager: string;
  readonly operation: string;
  /** ISO 8601; empty when the API server does not know. */
  readonly time: string;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
};

/** Items of a list are named by their keys (`k:{"name":"app"}`) or values (`v:"x"`), not by their place. */
const keyOfItem = (set: Fields, item: unknown): string | undefined =>
  Object.keys(set).find((key) => {
    const named = parsed(key.slice(2));
    if (key.startsWith("v:")) return JSON.stringify(named) === JSON.stringify(item);
    return (
      key.startsWith("k:") &&
      isFields(named) &&
      isFields(item) &&
      Object.entries(named).every(([field, value]) => item[field] === value)
    );
  });

/**
 * Whether a set of fields (FieldsV1) has the field at a path or anything below it. A field that holds a whole value ends
 * the set early: then its owner owns what is below as well.
 */
const has = (set: unknown, live: unknown, path: readonly PathStep[]): boolean => {
  const [step, ...rest] = path;
  if (step === undefined) return true;
  if (!isFields(set)) return false;
  if (Object.keys(set).length === 0) return true;
  const at =
    typeof step === "number"
      ? (live as readonly unknown[] | undefined)?.[step]
      : isFields(live)
        ? live[step]
        : undefined;
  const key = typeof step === "number" ? keyOfItem(set, at) : `f:${step}`;
  return key !== undefined && key in set && has(set[key], at, rest);
};

/** Who has set the field at a path, the latest first. Source: kubernetes.io, Server-Side Apply, field management. */
export const fieldOwners = (
  managed: readonly ManagedFields[],
  live: unknown,
  path: readonly PathStep[],
): FieldOwner[] =>
  managed
    .filter(({ fieldsV1 }) => has(fieldsV1, live, path))
    .map(({ manager = "", operation = "", time = "" }) => ({ manager, operation, time }))
    .sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0));

/** Who last touched the object without being us: who most likely removed a field that nobody owns now. */
export const lastForeign = (
  managed: readonly ManagedFields[],
  isOurs: (manager: string) => boolean,
): FieldOwner | undefined =>
  managed
    .map(({ manager = "", operation = "", time = "" }) => ({ manager, operation, time }))
    .filter(({ manager }) => !isOurs(manager))
    .sort((a, b) => (a.time < b.time ? 1 : -1))[0];
