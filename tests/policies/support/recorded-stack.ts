import { unknownValue } from "../../../policies/pack/fields.ts";
import type { Resource } from "../../../policies/pack/resource.ts";
import type { Recorded } from "../../infra/components/record.ts";

/** What the recording engine puts in place of what providers make, such as `<todo-backend-image-build.ref>`. */
const isMade = (value: unknown): boolean => typeof value === "string" && /^<[a-z0-9.-]+\.[A-Za-z0-9]+>$/.test(value);

/** What stands in an envelope of a recorded secret, and unknown what is made only later. */
const open = (value: unknown): unknown => {
  if (isMade(value)) return unknownValue;
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "secret" && typeof (value as { secret: unknown }).secret === "string")
    return open((value as { secret: string }).secret);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, open(member)]));
};

/** What a program registered, as the pack sees it. */
export const toStack = (recorded: readonly Recorded[]): Resource[] =>
  recorded.map(({ type, urn, name, inputs, isProtected }) => ({
    type,
    urn,
    name,
    props: open(inputs) as Resource["props"],
    isProtected,
  }));
