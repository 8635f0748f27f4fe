import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import type { ChatReply } from "@todo-platform/contracts";
import type { Express, Router } from "express";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { generatedDocuments } from "../../../apps/todo-backend/generate.ts";
import { createApp } from "../../../apps/todo-backend/src/app.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { putToolsBehind } from "../mcp-tools/tools-behind.ts";
import { jwtKey, startBackend } from "./backend-under-test.ts";
import type { Answer, BackendUnderTest, Call } from "./backend-under-test.ts";

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, object> };
}

let backend: BackendUnderTest;
let document: Document;
beforeAll(async () => {
  backend = await startBackend();
  document = (await backend.call("GET", "/api/openapi.json", { token: null })).body as Document;
});
afterAll(() => backend.stop());
beforeEach(() => backend.clear());

test.each(Object.entries(generatedDocuments()))("%s is what the sources make", (path, content) => {
  expect(readFileSync(path, "utf8")).toBe(content);
});

test("the document that is answered is the one that is committed", () => {
  expect(document).toEqual(JSON.parse(readFileSync("docs/reference/openapi.json", "utf8")));
});

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
  readonly handle: { readonly stack?: readonly Layer[] };
  match(path: string): { readonly path?: string } | undefined;
}

/** Verb and path of each route of `app` below /api, as the document writes them. */
function routesOf(app: Express): string[] {
  const layersOf = (router: Router): readonly Layer[] => (router as unknown as { stack: readonly Layer[] }).stack;
  const mounted = layersOf(app.router).filter((layer) => layer.match("/api")?.path === "/api");
  return mounted.flatMap(({ handle }) =>
    (handle.stack ?? []).flatMap(({ route }) =>
      Object.keys(route?.methods ?? {}).map(
        (verb) => `${verb.toUpperCase()} /api${route?.path.replace(/:(\w+)/g, "{$1}")}`,
      ),
    ),
  );
}

test("every route of the app is in the document, and every one of the document in the app", () => {
  const app = createApp({ log: createMemoryLog(), jwtKey, appToken: "t", requestLimit: 1 } as never);
  const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  expect(routesOf(app).sort()).toEqual(operations.sort());
  expect(operations.length).toBeGreaterThan(12);
});

/** Answers of the API, each seen with its operation, that the document must know. */
const seen = new Set<string>();

/** Calls the API and checks what comes against the document's own schema of that answer. */
async function checked(method: string, path: string, template: string, call?: Call): Promise<Answer> {
  const answer = await backend.call(method, path, call);
  const operation = document.paths[template]?.[method.toLowerCase()];
  const response = operation?.responses[String(answer.status)];
  expect({ method, path, status: answer.status, known: response !== undefined }).toMatchObject({ known: true });
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
  const schema = response?.content?.[type]?.schema;
  expect([answer.body === undefined, schema === undefined]).toEqual([!response?.content, !response?.content]);
  if (schema) {
    const whole = JSON.stringify({ ...schema, $defs: document.components.schemas });
    const parsed = z.fromJSONSchema(JSON.parse(whole.replaceAll("#/components/schemas/", "#/$defs/")) as never);
    expect(parsed.safeParse(answer.body).error).toBeUndefined();
  }
  seen.add(`${operation?.operationId} ${answer.status}`);
  return answer;
}

test("what the API answers is what the document says, for each operation", async () => {
  const name = "document-user";
  const credentials = { username: name, password: "a good password" };
  const open = (method: string, path: string, body: object) => checked(method, path, path, { token: null, body });
  await open("POST", "/api/accounts", credentials);
  await open("POST", "/api/accounts", credentials);
  await open("POST", "/api/accounts", {});
  await open("POST", "/api/sessions", { ...credentials, password: "wrong" });
  const { token } = (await open("POST", "/api/sessions", credentials)).body as { token: string };
  const own = (method: string, path: string, template = path, call: Call = {}) =>
    checked(method, path, template, { token, ...call });
  await own("GET", "/api/account");
  await own("PATCH", "/api/account", undefined, { body: { email: "a@example.org" } });
  await own("GET", "/api/status");
  await own("GET", "/api/openapi.json");
  const full = { title: "A", tags: ["x"], due_at: "2030-01-01T00:00:00Z", recurrence: "FREQ=DAILY" };
  const { id } = (await own("POST", "/api/tasks", undefined, { body: full })).body as { id: string };
  await own("POST", "/api/tasks", undefined, { body: { title: "" } });
  await own("POST", "/api/tasks", undefined, { body: { title: "B", description: "x".repeat(1024 * 1024) } });
  await own("GET", "/api/tasks?limit=1", "/api/tasks");
  await own("GET", "/api/tasks?limit=0", "/api/tasks");
  const [one, task] = [`/api/tasks/${id}`, "/api/tasks/{id}"];
  await own("GET", one, task);
  await own("GET", `/api/tasks/${randomUUID()}`, task);
  await own("PATCH", one, task, { body: { priority: "high" } });
  await own("PATCH", one, task, { body: { title: "C" }, headers: { "if-match": '"1"' } });
  await own("POST", `${one}/complete`, `${task}/complete`);
  const series = { task_id: id, recurrence: "FREQ=DAILY", time_zone: "UTC", next: ["2030-01-02T00:00:00.000Z"] };
  backend.sidecar.invoked = async () => Response.json(series);
  await own("GET", `/api/recurring/${id}`, "/api/recurring/{id}");
  backend.sidecar.down.add("invoke");
  await own("GET", `/api/recurring/${id}`, "/api/recurring/{id}");
  await own("DELETE", one, task);
  backend.sidecar.down.clear();
  const tools = await putToolsBehind(backend);
  const chat = (await own("POST", "/api/chat", undefined, { body: { message: "add task D" } })).body as ChatReply;
  await tools.stop();
  const said = "/api/chat/{id}";
  await own("GET", `/api/chat/${chat.conversation_id}`, said);
  await own("GET", `/api/chat/${randomUUID()}`, said);
  backend.sidecar.down.add("invoke");
  await own("POST", "/api/chat", undefined, { body: { message: "add task E" } });
  backend.sidecar.down.add("state");
  await own("DELETE", "/api/sessions/current");
  backend.sidecar.down.clear();
  await own("DELETE", "/api/sessions/current");
  await own("GET", "/api/tasks");
  const succeeded = [...seen].filter((each) => / 2/.test(each)).map((each) => each.split(" ")[0]);
  const operations = Object.values(document.paths).flatMap((verbs) => Object.values(verbs));
  expect(succeeded.sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  const refused = [
    "signUp 409",
    "signUp 400",
    "signIn 401",
    "createTask 413",
    "changeTask 412",
    "getSeries 502",
    "chat 503",
  ];
  expect(refused.filter((each) => !seen.has(each))).toEqual([]);
});
