import { randomUUID } from "node:crypto";
import type { Task } from "@todo-platform/contracts";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { jwtKey, startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest, Call } from "./backend-under-test.ts";

let backend: BackendUnderTest;

beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());
beforeEach(() => backend.clear());

async function call(method: string, path: string, options?: Call) {
  const { headers, ...answer } = await backend.call(method, `/api${path}`, options);
  const named = { etag: headers.get("etag"), type: headers.get("content-type") };
  return { ...answer, ...named, correlationId: headers.get("x-correlation-id") };
}

const add = async (fields: object = { title: "Buy milk" }): Promise<Task> =>
  (await call("POST", "/tasks", { body: fields })).body as Task;

const outbox = async () => {
  const rows = await backend.database.db.selectFrom("outbox").selectAll().orderBy("id").execute();
  return rows.map(({ topic, key, event }) => ({ topic, key, event }));
};

test("a task is created with its defaults, version 1 and its event in the outbox", async () => {
  const answer = await call("POST", "/tasks", {
    body: { title: "  Buy milk " },
    headers: { "x-correlation-id": "c-1" },
  });
  const task = answer.body as Task;
  expect([answer.status, answer.etag, answer.correlationId]).toEqual([201, '"1"', "c-1"]);
  expect(task).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    user_id: "ann",
    title: "Buy milk",
    description: "",
    due_at: null,
    priority: "medium",
    tags: [],
    recurrence: null,
    time_zone: "UTC",
    remind_at: null,
    notification_method: "in_app",
    previous_id: null,
    completed: false,
    version: 1,
    created_at: task.created_at,
    updated_at: task.created_at,
  });
  const payload = { event_type: "task.created", task_id: task.id, user_id: "ann", timestamp: task.created_at };
  expect(await outbox()).toEqual([
    {
      topic: "task-events",
      key: "ann",
      event: {
        event_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        event_type: "task.created",
        event_version: "v1",
        timestamp: expect.any(String),
        correlation_id: "c-1",
        source: "todo-backend",
        payload: { ...payload, task_data: task },
      },
    },
  ]);
});

test("all problems of a request come at once", async () => {
  const answer = await call("POST", "/tasks", {
    body: { title: "", due_at: "soon", priority: "urgent", color: "red" },
  });
  expect([answer.status, answer.type]).toEqual([400, "application/problem+json; charset=utf-8"]);
  const { errors, ...problem } = answer.body as { errors: { pointer: string }[] };
  expect(problem).toEqual({
    type: "about:blank",
    title: "Bad Request",
    status: 400,
    detail: "The request is not valid.",
  });
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(["", "/due_at", "/priority", "/title"]);
});

test("a change makes the next version and one event; a change that alters nothing makes neither", async () => {
  const { id } = await add();
  const change = { title: "Buy bread", due_at: "2030-01-01T10:00:00+02:00" };
  const first = await call("PATCH", `/tasks/${id}`, { body: change });
  expect([first.status, first.etag]).toEqual([200, '"2"']);
  expect(first.body).toMatchObject({ title: "Buy bread", due_at: "2030-01-01T08:00:00.000Z", version: 2 });
  const again = await call("PATCH", `/tasks/${id}`, { body: change });
  expect([again.status, again.etag]).toEqual([200, '"2"']);
  expect((await outbox()).map(({ event }) => event.event_type)).toEqual(["task.created", "task.updated"]);
});

test("completing twice makes one event", async () => {
  const { id } = await add();
  expect((await call("POST", `/tasks/${id}/complete`)).body).toMatchObject({ completed: true, version: 2 });
  expect((await call("POST", `/tasks/${id}/complete`)).body).toMatchObject({ completed: true, version: 2 });
  expect((await outbox()).map(({ event }) => event.event_type)).toEqual(["task.created", "task.completed"]);
});

test("an outdated If-Match is answered 412 and changes nothing, for every way to change", async () => {
  const { id } = await add();
  await call("PATCH", `/tasks/${id}`, { body: { title: "Two" } });
  const headers = { "if-match": '"1"' };
  const statuses = [
    (await call("PATCH", `/tasks/${id}`, { body: { title: "Three" }, headers })).status,
    (await call("POST", `/tasks/${id}/complete`, { headers })).status,
    (await call("DELETE", `/tasks/${id}`, { headers })).status,
  ];
  expect(statuses).toEqual([412, 412, 412]);
  expect((await call("GET", `/tasks/${id}`)).body).toMatchObject({ title: "Two", completed: false, version: 2 });
  expect(await outbox()).toHaveLength(2);
});

test("of changes with the same If-Match exactly one succeeds", async () => {
  const { id } = await add();
  const headers = { "if-match": '"1"' };
  const titles = ["A", "B", "C", "D", "E"];
  // Opens every connection of the pool: opening one takes longer than a whole change.
  await Promise.all(titles.map(() => call("GET", "/tasks")));
  const all = titles.map((title) => call("PATCH", `/tasks/${id}`, { body: { title }, headers }));
  expect((await Promise.all(all)).map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
});

test("a deleted task is gone, and its event holds what it was", async () => {
  const task = await add();
  expect((await call("DELETE", `/tasks/${task.id}`, { headers: { "if-match": '"1"' } })).status).toBe(204);
  expect((await call("GET", `/tasks/${task.id}`)).status).toBe(404);
  expect((await call("DELETE", `/tasks/${task.id}`)).status).toBe(404);
  const last = (await outbox()).at(-1)?.event;
  expect(last).toMatchObject({ event_type: "task.deleted", payload: { task_id: task.id, task_data: task } });
});

test("another user's task is not there: not in the list, not to read, change, complete or delete", async () => {
  const { id } = await add();
  const token = backend.tokens.bob;
  expect((await call("GET", "/tasks", { token })).body).toEqual({ tasks: [], next_cursor: null });
  const statuses = [
    (await call("GET", `/tasks/${id}`, { token })).status,
    (await call("PATCH", `/tasks/${id}`, { token, body: { title: "Mine" } })).status,
    (await call("POST", `/tasks/${id}/complete`, { token })).status,
    (await call("DELETE", `/tasks/${id}`, { token })).status,
  ];
  expect(statuses).toEqual([404, 404, 404, 404]);
  expect((await call("GET", "/tasks")).body).toMatchObject({ tasks: [{ id, title: "Buy milk", version: 1 }] });
});

const forged = (claims: { key?: string; alg?: string; expires?: string; audience?: string }): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: claims.alg ?? "HS256" })
    .setSubject("ann")
    .setIssuer("todo-backend")
    .setAudience(claims.audience ?? "todo-platform")
    .setExpirationTime(claims.expires ?? "1h")
    .sign(new TextEncoder().encode(claims.key ?? jwtKey));

test.each([
  ["no token", async () => null],
  ["a token of another key", () => forged({ key: "another key that is long enough" })],
  ["an expired token", () => forged({ expires: "-1s" })],
  ["a token for somebody else", () => forged({ audience: "other" })],
  ["a token by another algorithm", () => forged({ alg: "HS512" })],
  ["an unsigned token", async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"ann"}')}.`.replaceAll("=", "")],
])("%s is answered 401", async (_name, make) => {
  const answer = await call("GET", "/tasks", { token: await make() });
  expect([answer.status, answer.type]).toEqual([401, "application/problem+json; charset=utf-8"]);
});

test("every route below /api asks for the app's token", async () => {
  const headers = { "dapr-api-token": "wrong" };
  const statuses = await Promise.all(
    [
      call("POST", "/sessions", { headers, body: { username: "ann", password: "right" } }),
      call("GET", "/tasks", { headers }),
      call("POST", "/tasks", { headers, body: { title: "x" } }),
      call("PATCH", `/tasks/${randomUUID()}`, { headers, body: {} }),
      call("POST", `/tasks/${randomUUID()}/complete`, { headers }),
      call("DELETE", `/tasks/${randomUUID()}`, { headers }),
      call("GET", "/nothing", { headers }),
    ].map(async (answer) => (await answer).status),
  );
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 401]);
});

test("a body larger than 1 MiB is answered 413", async () => {
  const body = { title: "x", description: "x".repeat(1024 * 1024) };
  expect((await call("POST", "/tasks", { body })).body).toMatchObject({ status: 413 });
});

test("values that PostgreSQL cannot hold are refused or made valid, not a fault", async () => {
  const nul = await call("POST", "/tasks", { body: '{"title":"a\\u0000b"}' });
  const dates = ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59"];
  const add = (due_at: string) => call("POST", "/tasks", { body: { title: "x", due_at } });
  const statuses = (await Promise.all(dates.map(add))).map(({ status }) => status);
  expect([nul.status, ...statuses]).toEqual([400, 400, 400]);
  expect(await outbox()).toEqual([]);
  const surrogate = await call("POST", "/tasks", { body: '{"title":"a\\ud800b"}' });
  expect([surrogate.status, (surrogate.body as Task).title]).toEqual([201, "a\u{FFFD}b"]);
});
