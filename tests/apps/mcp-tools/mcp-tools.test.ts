import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Task } from "@todo-platform/contracts";
import { startBackend } from "../todo-backend/backend-under-test.ts";
import type { BackendUnderTest } from "../todo-backend/backend-under-test.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { putToolsBehind } from "./tools-behind.ts";

let backend: BackendUnderTest;
let tools: RunningApp;
const clients: Client[] = [];

beforeAll(async () => {
  backend = await startBackend();
  tools = await putToolsBehind(backend);
});
afterAll(async () => {
  await tools.stop();
  await backend.stop();
});
beforeEach(() => backend.clear());
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

/** A client of the official SDK that speaks to the server as `token`'s user. */
async function connect(token: string | undefined, appToken = "tools-token"): Promise<Client> {
  const headers = { "dapr-api-token": appToken, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const client = new Client({ name: "test", version: "1.0.0" });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${tools.url}/mcp`), { requestInit: { headers } }));
  clients.push(client);
  return client;
}

async function call(client: Client, name: string, args: object = {}) {
  const { content, isError } = await client.callTool({ name, arguments: { ...args } });
  const [part] = content;
  const text = part?.type === "text" ? part.text : "";
  return isError ? { refused: text } : { answer: JSON.parse(text) as unknown };
}

test("the five tools are listed, each with its schema and what it does to the data", async () => {
  const { tools: listed } = await (await connect(backend.tokens.ann)).listTools();
  expect(listed.map(({ name, annotations }) => [name, annotations])).toEqual([
    ["list_tasks", { readOnlyHint: true }],
    ["create_task", {}],
    ["complete_task", { idempotentHint: true }],
    ["update_task", { idempotentHint: true }],
    ["delete_task", { destructiveHint: true }],
  ]);
  const create = listed.find(({ name }) => name === "create_task");
  expect(create?.inputSchema).toMatchObject({ type: "object", required: ["title"] });
  expect(Object.keys(create?.inputSchema.properties ?? {})).toContain("recurrence");
});

test("a task is created, found, changed, completed and deleted by tools", async () => {
  const client = await connect(backend.tokens.ann);
  const created = (await call(client, "create_task", { title: "Buy milk", tags: ["home"] })).answer as Task;
  expect(created).toMatchObject({ title: "Buy milk", tags: ["home"], user_id: "ann", version: 1 });
  expect(await call(client, "list_tasks", { search: "MILK", limit: 5 })).toMatchObject({
    answer: { tasks: [{ id: created.id }], next_cursor: null },
  });
  const { id } = created;
  expect(await call(client, "update_task", { id, priority: "high" })).toMatchObject({
    answer: { priority: "high", title: "Buy milk" },
  });
  expect(await call(client, "complete_task", { id })).toMatchObject({ answer: { completed: true } });
  expect(await call(client, "delete_task", { id })).toEqual({ answer: { deleted: id } });
  expect(await call(client, "list_tasks")).toEqual({ answer: { tasks: [], next_cursor: null } });
});

test("what the backend refuses is told to the model with the reason", async () => {
  const client = await connect(backend.tokens.ann);
  const id = "00000000-0000-4000-8000-000000000000";
  expect(await call(client, "complete_task", { id })).toEqual({ refused: "There is no such task." });
  expect((await call(client, "create_task", { title: "x", recurrence: "FREQ=DAILY" })).refused).toMatch(
    /recurrence: .*due date/,
  );
});

test("arguments that do not fit a tool's schema never reach the backend", async () => {
  const client = await connect(backend.tokens.ann);
  expect((await call(client, "create_task", { title: "", extra: 1 })).refused).toMatch(/title[\s\S]*extra/);
  await expect(client.callTool({ name: "drop_table", arguments: {} })).rejects.toThrow(/drop_table/);
});

test("each user works on the own tasks only", async () => {
  const [ann, bob] = [await connect(backend.tokens.ann), await connect(backend.tokens.bob)];
  const { id } = (await call(ann, "create_task", { title: "Secret" })).answer as Task;
  expect(await call(bob, "list_tasks")).toEqual({ answer: { tasks: [], next_cursor: null } });
  for (const name of ["complete_task", "delete_task"]) {
    expect(await call(bob, name, { id })).toEqual({ refused: "There is no such task." });
  }
});

test("without a valid token of a user, or without the app's own, nothing is answered but 401", async () => {
  for (const [token, appToken] of [[undefined], ["forged"], [backend.tokens.ann, "wrong"]]) {
    await expect(connect(token, appToken)).rejects.toThrow(/"status":401/);
  }
  const answer = await fetch(`${tools.url}/mcp`, { method: "POST", headers: { "dapr-api-token": "tools-token" } });
  expect(answer.status).toBe(401);
});

test("a body that is no message of the protocol is refused", async () => {
  const authorization = `Bearer ${backend.tokens.ann}`;
  const headers = { "dapr-api-token": "tools-token", authorization, "content-type": "application/json" };
  const post = async (body: string) => (await fetch(`${tools.url}/mcp`, { method: "POST", headers, body })).status;
  expect(await post("{")).toBe(400);
  expect(await post('{"jsonrpc":"2.0"}')).toBe(400);
  expect(await post(`"${"x".repeat(2 * 1024 * 1024)}"`)).toBe(413);
});

test("a message that is nested very deeply is refused", async () => {
  const headers = {
    "dapr-api-token": "tools-token",
    authorization: `Bearer ${backend.tokens.ann}`,
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
  };
  const body = "[".repeat(100_000) + "]".repeat(100_000);
  const answer = await fetch(`${tools.url}/mcp`, { method: "POST", headers, body });
  expect([answer.status, await answer.json()]).toMatchObject([400, { status: 400 }]);
});
