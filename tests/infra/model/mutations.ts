/** One mistake in a platform: what was done at which path, and the platform with it. */
export interface Mutation {
  readonly kind: "drop" | "rename" | "wrong type" | "wrong form" | "wrong reference" | "out of range" | "duplicate";
  readonly path: string;
  /** What the place said, in words: a refusal at another place must name one of them. */
  readonly words: readonly string[];
  readonly mutant: unknown;
}

type Key = string | number;
type Node = Record<Key, unknown>;

/** Places whose keys are names that the author chooses: renaming such a key is a wrong reference, not an unknown key. */
const dictionaries =
  /^(topology\.(apps|topics|stateStores|secrets|schedules|bindings|buildingBlocks)|topology\.topics\.[^.]+\.(subscribers|subscribers\.[^.]+\.routes)|components|services|generatedSecrets|generatedSecrets\.[^.]+)$/;

/** Names that others refer to by this very place: a new name there is no mistake. */
const definitions = /^(topology\.(topics|schedules))$/;

/** Keys that may be left out, which then means something else. */
const optional: ReadonlySet<Key> = new Set([
  "schedules",
  "bindings",
  "buildingBlocks",
  "initTimeout",
  "nodePort",
  "maxConcurrency",
  "ttlSeconds",
  "bulk",
  "routes",
  "deduplicated",
  "middleware",
  "eventHealthPath",
]);

const toPath = (keys: readonly Key[]): string =>
  keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

function* walk(value: unknown, keys: readonly Key[] = []): Generator<{ keys: readonly Key[]; value: unknown }> {
  yield { keys, value };
  if (!isNode(value)) return;
  const members = Array.isArray(value) ? value.map((_, index): Key => index) : Object.keys(value);
  for (const key of members) yield* walk(value[key], [...keys, key]);
}

/** A copy in which `change` was applied to the parent of a place. */
const mutate = (platform: unknown, keys: readonly Key[], change: (parent: Node, key: Key) => void): unknown => {
  const copy: unknown = JSON.parse(JSON.stringify(platform));
  const parent = keys.slice(0, -1).reduce<unknown>((node, key) => (node as Node)[key], copy);
  change(parent as Node, keys.at(-1) ?? "");
  return copy;
};

const set = (value: unknown) => (parent: Node, key: Key) => {
  parent[key] = value;
};

const wrongType = (value: unknown): unknown => {
  if (typeof value === "string") return 42;
  if (typeof value === "number") return "many";
  if (typeof value === "boolean") return "yes";
  return Array.isArray(value) ? {} : [];
};

/** Every key and text of a value. */
const wordsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value, `${value}-x`];
  return isNode(value) ? Object.entries(value).flatMap(([key, member]) => [key, ...wordsOf(member)]) : [];
};

const units = /^\d+(\.\d+)?(ms|s|m|h|Ki|Mi|Gi)$/;

/** Mistakes at one place. */
function* mistakesAt(
  platform: unknown,
  keys: readonly Key[],
  value: unknown,
  names: ReadonlySet<string>,
): Generator<Mutation> {
  const path = toPath(keys);
  const last = keys.at(-1) ?? "";
  const parent = toPath(keys.slice(0, -1));
  const siblings = (keys.slice(0, -1).reduce<unknown>((node, key) => (node as Node)[key], platform) as unknown[])
    .length;
  const make = (kind: Mutation["kind"], change: (parent: Node, key: Key) => void): Mutation => ({
    kind,
    path: kind === "duplicate" ? `${parent}[${siblings}]` : path,
    words: [`${last}`, `${last}x`, ...wordsOf(value)],
    mutant: mutate(platform, keys, change),
  });
  const renamed = (node: Node, key: Key) => {
    node[`${key}x`] = node[key];
    delete node[key];
  };
  const named = typeof last === "string" && !dictionaries.test(parent);
  if (named && !optional.has(last)) yield make("drop", (node, key) => delete node[key]);
  if (named) yield make("rename", renamed);
  if (typeof last === "string" && dictionaries.test(parent) && !definitions.test(parent))
    yield make("wrong reference", renamed);
  yield make("wrong type", set(wrongType(value)));
  if (typeof value === "string" && names.has(value)) yield make("wrong reference", set(`${value}-x`));
  if (typeof value === "string" && units.test(value))
    yield make("wrong form", set(value.replace(/[a-zA-Z]+$/, " bananas")));
  if (typeof value === "number") {
    yield make("out of range", set(-2));
    yield make("out of range", set(2 ** 40));
  }
  if (typeof last === "number")
    yield make("duplicate", (node) => (node as unknown as unknown[]).push(structuredClone(value)));
}

/** Every single mistake of these kinds that can be made in a platform. */
export function* mutations(platform: unknown, names: ReadonlySet<string>): Generator<Mutation> {
  for (const { keys, value } of walk(platform))
    if (keys.length > 0 && keys[0] !== "checked" && value !== undefined)
      yield* mistakesAt(platform, keys, value, names);
}
