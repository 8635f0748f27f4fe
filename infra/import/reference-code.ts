import { textAt, valueAt } from "../model/dapr/kinds/plain-value.ts";
import { literal, type Code } from "./code.ts";

/** A reference to a secret or to an environment variable, as `secretKey(...)`; undefined when an item has none. */
export const referenceCode = (item: unknown): Code | undefined => {
  const variable = textAt(item, "envRef");
  if (variable !== undefined && variable !== "")
    return { kind: "object", notes: [], fields: [{ key: "envRef", value: literal(variable), notes: [] }] };
  if (valueAt(item, "secretKeyRef") === undefined) return undefined;
  const name = textAt(item, "secretKeyRef", "name") ?? "";
  // A secret with one value only is named by its key.
  return secretCode(name, textAt(item, "secretKeyRef", "key") || name);
};

/** `secretKey("redis-secret", "password")`. */
export const secretCode = (name: string, key: string): Code => ({
  kind: "call",
  name: "secretKey",
  args: [literal(name), literal(key)],
});
