import fc from "fast-check";

/** What the tests read of a JSON Schema. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

type Resolve = (ref: string) => JsonSchema;

const moments = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const rules = fc.constantFrom("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3");

function stringsOf({ format, pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid({ version: 4 });
  if (format === "date-time") return moments;
  if (format === "email") return fc.emailAddress();
  if (pattern?.startsWith("^FREQ")) return rules;
  const unit = pattern === undefined ? "grapheme" : fc.constantFrom("a", "b", "7", "-");
  return fc.string({ unit, minLength, maxLength: Math.min(maxLength, minLength + 20) });
}

/** Values that a schema takes, but for what it does not say (such as that a time zone must exist). */
export function valuesOf(schema: JsonSchema, resolve: Resolve): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return valuesOf(resolve(schema.$ref), resolve);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => valuesOf(each, resolve)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === "string") return stringsOf(schema);
  if (schema.type === "integer") return fc.integer({ min: 1, max: 100 });
  if (schema.type === "number") return fc.double({ min: 0, max: 100, noNaN: true });
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "null") return fc.constant(null);
  if (schema.type === "array") return fc.array(valuesOf(schema.items ?? {}, resolve), { maxLength: 3 });
  if (schema.type !== "object") return fc.jsonValue({ maxDepth: 2 });
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, each]) => [name, valuesOf(each, resolve)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
}

const typesOf = (schema: JsonSchema, resolve: Resolve): string[] => {
  if (schema.$ref !== undefined) return typesOf(resolve(schema.$ref), resolve);
  if (schema.anyOf) return schema.anyOf.flatMap((each) => typesOf(each, resolve));
  return [schema.type ?? "string"];
};

/** One value of each type of JSON. */
const oneOfType: Readonly<Record<string, unknown>> = {
  object: {},
  array: [[]],
  number: 1.5,
  boolean: true,
  null: null,
};

/** Values of a type that the schema never takes. */
export function wrongTypes(schema: JsonSchema, resolve: Resolve): fc.Arbitrary<unknown> {
  const types = typesOf(schema, resolve);
  return fc.constantFrom(
    ...Object.entries(oneOfType).flatMap(([type, value]) => (types.includes(type) ? [] : [value])),
  );
}
