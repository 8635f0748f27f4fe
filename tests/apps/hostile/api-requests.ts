import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newTask, taskChange } from "@todo-platform/contracts";
import fc from "fast-check";
import { z } from "zod";
import { hostileBodies, hostileHeaders, hostileTexts, hostileValues, nearlyValues } from "./hostile-values.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { RawRequest } from "./send-raw.ts";

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: { readonly "application/json": { readonly schema: JsonSchema } } };
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const file = join(import.meta.dirname, "../../../docs/reference/openapi.json");
const document = JSON.parse(readFileSync(file, "utf8")) as OpenApi;

/** What a reference of the document stands for. */
export const resolveRef = (ref: string): JsonSchema => document.components.schemas[ref.split("/").at(-1) ?? ""] ?? {};

/** Characters that Node takes in a request line as they are, though no browser sends them so. */
const rawCharacters = fc.constantFrom(..."'\"<>`{}|\\^[]%&=+#;~");

const pathTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "..",
    ".",
    "%2e%2e",
    "..%2f..%2fv1.0%2fsecrets",
    "%00",
    "%E0%A4%A",
    "%",
    "__proto__",
    "x".repeat(4000),
  ),
  fc.constantFrom("", "00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "99999999999999"),
  fc.uuid(),
  fc.string({ unit: rawCharacters, minLength: 1, maxLength: 8 }),
);

const encoded = fc.constantFrom(...hostileTexts.filter((text) => text.length < 1000)).map((text) => {
  return encodeURIComponent(text.toWellFormed());
});
const queryValues = fc.oneof(
  encoded,
  fc.constantFrom("%E0%A4", "1e999", "-1", "0", "201", "all", "open", "2030-01-01T00:00:00Z", "eyJ9", "x".repeat(3000)),
  fc.string({ unit: rawCharacters, maxLength: 8 }).map((text) => text.replaceAll(/[&#]/g, "")),
);

/** Queries with the names that the operation knows and others, some twice. */
const queries = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...names, "__proto__", "x", "limit[]"), queryValues), { maxLength: 4 })
    .map((pairs) => (pairs.length === 0 ? "" : `?${pairs.map((pair) => pair.join("=")).join("&")}`));

/** Ids that the attacker may name; the first of them belong to somebody else. */
function operationRequests(path: string, verb: string, operation: Operation, ids: readonly string[]) {
  const { parameters, requestBody } = operation;
  const segment = fc.oneof(fc.constantFrom(...ids), pathTexts);
  const names = parameters.filter((each) => each.in === "query").map((each) => each.name);
  const schema = requestBody?.content["application/json"].schema;
  const body = schema ? hostileBodies(schema, resolveRef) : fc.constantFrom(undefined, undefined, "{}");
  return fc.record<RawRequest>({
    method: fc.constant(verb.toUpperCase()),
    path: fc.tuple(segment, queries(names)).map(([id, query]) => path.replace("{id}", () => id) + query),
    headers: hostileHeaders,
    body,
  });
}

/** Paths of the frontend that are no operation of the document. */
const otherRequests: fc.Arbitrary<RawRequest> = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "HEAD", "OPTIONS", "PATCH", "DELETE", "TRACE", "PROPFIND"),
  path: fc.oneof(
    fc.constantFrom("/", "/index.html", "/health", "/health/ready", "/api", "/api/", "//api/tasks", "/mcp/", "/MCP"),
    fc.constantFrom(
      "/internal/due-reminders",
      "/api/../internal/contacts/ann",
      "/api/%2e%2e/internal",
      "/dead-letters",
    ),
    fc.constantFrom("/%00", "/..%2f..%2fpackage.json", "/.%00./main.js", "/%c0%ae%c0%ae/", "/api/jobs/daily-cleanup"),
    fc
      .tuple(
        fc.constantFrom("/api/notifications", "/api/audit", "/api/events/summary"),
        queries(["since", "limit", "task_id"]),
      )
      .map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("/", "/api/", "/api/tasks/"), pathTexts).map((parts) => parts.join("")),
  ),
  headers: hostileHeaders,
  body: fc.constantFrom(undefined, undefined, "{}", "x"),
});

const toolCalls = fc.record({
  name: fc.oneof(fc.constantFrom("create_task", "update_task", "list_tasks", "delete_task"), hostileValues),
  arguments: fc.oneof(
    nearlyValues(z.toJSONSchema(newTask, { io: "input" }) as JsonSchema, resolveRef),
    nearlyValues(z.toJSONSchema(taskChange, { io: "input" }) as JsonSchema, resolveRef),
    fc.record({ id: fc.oneof(fc.uuid(), hostileValues) }),
    hostileValues,
  ),
});

/** Messages of the Model Context Protocol, right and nearly right. */
export const mcpRequests: fc.Arbitrary<RawRequest> = fc.record({
  method: fc.constantFrom("POST", "POST", "POST", "POST", "GET", "DELETE"),
  path: fc.constantFrom("/mcp", "/mcp", "/mcp?x=1"),
  headers: fc
    .tuple(
      hostileHeaders,
      fc.constantFrom<Record<string, string>>({ accept: "application/json, text/event-stream" }, {}),
    )
    .map(([odd, right]) => ({ ...odd, ...right })),
  body: hostileBodies({}, resolveRef).chain((any) =>
    fc.oneof(
      fc.constant(any),
      fc
        .record({
          jsonrpc: fc.constantFrom("2.0", "2.0", "2.0", "1.0", null),
          id: fc.oneof(fc.integer(), hostileValues),
          method: fc.oneof(
            fc.constantFrom("tools/call", "tools/call", "tools/list", "initialize", "ping"),
            hostileValues,
          ),
          params: fc.oneof({ weight: 4, arbitrary: toolCalls }, { weight: 1, arbitrary: hostileValues }),
        })
        .map((message) => JSON.stringify(message)),
    ),
  ),
});

/** Requests to the frontend for each operation of the published document, and for what is not in it. */
export function apiRequests(ids: readonly string[]): fc.Arbitrary<RawRequest> {
  const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => operationRequests(path, verb, operation, ids)),
  );
  const weighted = operations.map((arbitrary) => ({ weight: 2, arbitrary }));
  return fc.oneof(...weighted, { weight: 6, arbitrary: otherRequests }, { weight: 4, arbitrary: mcpRequests });
}
