import { z } from "zod";
import { remedyForName } from "../names.ts";
import { platformSchema } from "../platform-schema.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

type Issue = z.core.$ZodIssue;

const toPath = (keys: readonly PropertyKey[]): string =>
  keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");

const valueAt = (input: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );

/** The schema of a place, looked up only when a message needs its known keys. */
const schemaAt = (keys: readonly PropertyKey[]): z.core.$ZodType =>
  keys.reduce<z.core.$ZodType>((schema, key) => {
    const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
    if (inner instanceof z.ZodObject) return (inner.shape as Record<string, z.core.$ZodType>)[String(key)] ?? z.any();
    if (inner instanceof z.ZodRecord) return inner.valueType;
    if (inner instanceof z.ZodArray) return inner.element;
    return inner;
  }, platformSchema);

const knownKeys = (keys: readonly PropertyKey[]): string[] => {
  const schema = schemaAt(keys);
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
};

type Told = readonly [code: string, message: string, remedy: string];

const tell = (issue: Issue): Told => {
  const [message = "", remedy] = issue.message.split("|");
  if (issue.code === "too_small") {
    const unit = issue.origin === "array" ? " entry" : "";
    return ["TP0108", "is too small", `Use at least ${String(issue.minimum)}${unit}.`];
  }
  if (issue.code === "too_big") return ["TP0108", "is too large", `Use at most ${String(issue.maximum)}.`];
  if (issue.code === "invalid_value")
    return ["TP0107", "is no value of this field", `Use one of ${issue.values.map(String).join(", ")}.`];
  if (issue.code === "invalid_union" && "options" in issue && issue.options !== undefined)
    return ["TP0106", "is no value of this field", `Use one of ${issue.options.map(String).join(", ")}.`];
  if (issue.code === "invalid_format") return ["TP0107", message, remedy ?? "Write it as the type says."];
  if (issue.code === "custom") return ["TP0109", "stands twice in its list", "Remove one of the two."];
  if (issue.code === "invalid_type")
    return ["TP0106", `is no ${issue.expected}`, remedy ?? `Write a value of type ${issue.expected}.`];
  return ["TP0106", "has not the form that the model knows", "Write it as the type says."];
};

const toProblems = (input: unknown, issue: Issue): Problem[] => {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      error(
        "TP0106",
        toPath([...issue.path, key]),
        key,
        "is no key of the model",
        remedyForName(key, knownKeys(issue.path), "keys"),
      ),
    );
  const value = valueAt(input, issue.path);
  if (value === undefined && issue.code !== "custom")
    return [error("TP0106", toPath(issue.path), undefined, "is missing", "Add it.")];
  const [code, message, remedy] = tell(issue);
  return [error(code, toPath(issue.path), value, message, remedy)];
};

/** The form of a platform: what is missing, unknown, of the wrong type, out of range or said twice. */
export const checkForm = (input: unknown): Problem[] => {
  const parsed = platformSchema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => toProblems(input, issue));
};
