import fc from "fast-check";
import { valuesOf } from "./json-schema.ts";
import type { JsonSchema } from "./json-schema.ts";

const nul = String.fromCharCode(0);
const loneSurrogate = String.fromCharCode(0xd800);

/** Texts that break what reads them carelessly. */
export const hostileTexts: readonly string[] = [
  "",
  " ",
  nul,
  `a${nul}b`,
  loneSurrogate,
  `x${String.fromCharCode(0xdc00)}y`,
  "\u{202e}\u{2066}\u{feff}",
  "x".repeat(201),
  "y".repeat(100_000),
  "🧨".repeat(5000),
  "'; drop table tasks; --",
  "%00%0d%0a",
  "../../../etc/passwd",
  "${jndi:ldap://x}{{7*7}}<%= 1 %>",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "toString",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59-23:59",
  "2030-02-30T00:00:00Z",
  "2030-01-01T00:00:00.123456789123456789Z",
  "FREQ=YEARLY;INTERVAL=999999999",
  "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=DAILY;UNTIL=00000000T000000Z",
  "Etc/../UTC",
  "*",
  '"1',
  "[1,2",
  "a;b=c, d",
];

const prototypeKeys = (): object =>
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}}}') as object;
const nested = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

/** Values that nobody reckons with, text or not. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    [],
    {},
    [null],
    [[]],
    nested(200),
  ),
  fc.constant(null).map(prototypeKeys),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 300 }),
);

/** Bodies that are no JSON, or JSON that no serializer writes. */
const oddTexts: fc.Arbitrary<string> = fc.constantFrom(
  "",
  "{",
  '{"title":',
  '{"title":1e400}',
  '{"title":"a","title":"b"}',
  '{"__proto__":{"title":"x"},"title":"y"}',
  `{"title":"${String.raw`\u0000`}"}`,
  `{"title":"${String.raw`\ud800`}"}`,
  String.raw`{"title":"\x"}`,
  "\u{feff}{}",
  "NaN",
  "null",
  '"text"',
  "[".repeat(100_000),
  "[".repeat(100_000) + "]".repeat(100_000),
  '{"a":'.repeat(50_000) + "1" + "}".repeat(50_000),
  `{"tags":[${"1,".repeat(100_000)}1]}`,
  `{"title":"${"x".repeat(1024 * 1024)}"}`,
  `[${"0,".repeat(400_000)}0]`,
);

/** Puts something hostile at one place of an object, or takes a field away. */
const brokenObject = (value: Readonly<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> => {
  const keys = Object.keys(value);
  const place = fc.constantFrom(...keys, "__proto__", "extra", "user_id", "id");
  const replaced = fc.tuple(place, hostileValues).map(([key, odd]) => {
    const broken = { ...value };
    Object.defineProperty(broken, key, { value: odd, enumerable: true, configurable: true, writable: true });
    return broken;
  });
  const lacking = fc.constantFrom(...keys, "").map((key) => {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  });
  return fc.oneof({ weight: 5, arbitrary: replaced }, { weight: 1, arbitrary: lacking });
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Objects of a schema with one thing broken, at the top or one level below. */
export const nearlyValues = (schema: JsonSchema, resolve: (ref: string) => JsonSchema): fc.Arbitrary<unknown> =>
  valuesOf(schema, resolve).chain((value) => {
    if (!isObject(value)) return hostileValues;
    const inner = Object.entries(value).flatMap(([key, each]) => (isObject(each) ? [[key, each] as const] : []));
    const below = inner.map(([key, each]) => brokenObject(each).map((broken) => ({ ...value, [key]: broken })));
    return fc.oneof(brokenObject(value), ...below);
  });

/** Bodies for a route that takes what `schema` says: right, nearly right, and anything else. */
export const hostileBodies = (
  schema: JsonSchema,
  resolve: (ref: string) => JsonSchema,
): fc.Arbitrary<string | Buffer> =>
  fc.oneof(
    { weight: 10, arbitrary: nearlyValues(schema, resolve).map((value) => JSON.stringify(value) ?? "") },
    { weight: 2, arbitrary: valuesOf(schema, resolve).map((value) => JSON.stringify(value) ?? "") },
    { weight: 2, arbitrary: fc.json() },
    { weight: 2, arbitrary: oddTexts },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)) },
  );

/** Headers that a client may send, right and absurd. */
export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    "content-type": fc.constantFrom(
      ...["application/json", "application/json", "application/json", "application/json; charset=utf-8"],
      ...["text/plain", "application/xml", "multipart/form-data", "application/json; charset=utf-99", "/", "{}"],
      "application/cloudevents+json",
    ),
    "if-match": fc.constantFrom("*", '"1"', 'W/"1"', '"', "1,2", '"99999999999999999999"', "x".repeat(5000)),
    accept: fc.constantFrom("*/*", "application/json", "image/png", ",;q=", "x".repeat(3000)),
    "accept-encoding": fc.constantFrom("gzip", "identity;q=0", "br;q=9"),
    "content-encoding": fc.constantFrom("identity", "gzip", "br", "zstd", "x"),
    traceparent: fc.constantFrom("00-0-0-0", "x".repeat(300), `00-${"a".repeat(32)}-${"b".repeat(16)}-01`),
    "x-correlation-id": fc.constantFrom("click-1", "a b", "é", "x".repeat(9000)),
    "x-forwarded-for": fc.constantFrom("127.0.0.1", "::1, 10.0.0.1"),
    "dapr-app-id": fc.constantFrom("todo-backend", "audit-service"),
    "dapr-api-token": fc.constantFrom("", "wrong", "x".repeat(4000)),
    expect: fc.constantFrom("100-continue", "x"),
    cookie: fc.constantFrom("token=1", "=".repeat(2000)),
  },
  { requiredKeys: [] },
);
