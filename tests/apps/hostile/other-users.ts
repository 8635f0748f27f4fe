import { SignJWT, UnsecuredJWT } from "jose";
import { expect, test } from "vitest";
import { jwtKey } from "../../support/app-platform.ts";
import { sendRaw } from "./send-raw.ts";
import type { RawAnswer } from "./send-raw.ts";
import { ann, mark } from "./world.ts";
import type { World } from "./world.ts";

const key = (text: string): Uint8Array => new TextEncoder().encode(text);
const hour = Math.floor(Date.now() / 1000) + 3600;

interface Claims {
  readonly sub?: string;
  readonly iss?: string;
  readonly aud?: string;
  readonly exp?: number;
}

/** A token with everything right but for what `change` says. */
const sign = (change: Claims, secret = jwtKey, alg = "HS256"): Promise<string> =>
  new SignJWT({ sub: ann, iss: "todo-backend", aud: "todo-platform", exp: hour, ...change })
    .setProtectedHeader({ alg })
    .sign(key(secret));

const without = (name: string): Promise<string> => sign({ [name]: undefined });

/** Tokens that stand for nobody. */
const forged: Readonly<Record<string, () => Promise<string> | string>> = {
  "without a signature": () =>
    new UnsecuredJWT({ sub: ann, exp: hour }).setIssuer("todo-backend").setAudience("todo-platform").encode(),
  "signed with another key": () => sign({}, "another key that is long enough"),
  "of another algorithm": () => sign({}, jwtKey.repeat(2), "HS512"),
  expired: () => sign({ exp: hour - 7200 }),
  "that never expires": () => without("exp"),
  "of another issuer": () => sign({ iss: "somebody" }),
  "for another audience": () => sign({ aud: "another platform" }),
  "of nobody": () => without("sub"),
  "of a user whose id is too long": () => sign({ sub: "a".repeat(101) }),
  "of a user whose id is a path": () => sign({ sub: "../ann" }),
  "of a user whose id ends in a new line": () => sign({ sub: "ann\n" }),
  "that is cut off": async () => (await sign({})).slice(0, -2),
  "with another payload below the same signature": async () => {
    const [head, , signature] = (await sign({ sub: "bob" })).split(".");
    return [head, (await sign({})).split(".")[1], signature].join(".");
  },
  "of no three parts": () => "..",
  "of ten thousand characters": () => "a.b.".repeat(2500),
};

/** Everything that answers to a user with what is the user's own. */
const ownThings: readonly (readonly [method: string, path: string])[] = [
  ["GET", "/api/tasks"],
  ["GET", "/api/account"],
  ["GET", "/api/status"],
  ["GET", "/api/notifications"],
  ["GET", "/api/audit"],
  ["GET", "/api/events/summary"],
  ["GET", "/api/recurring/00000000-0000-4000-8000-000000000000"],
  ["GET", "/api/chat/00000000-0000-4000-8000-000000000000"],
  ["POST", "/api/chat"],
  ["POST", "/api/tasks"],
  ["DELETE", "/api/sessions/current"],
  ["POST", "/mcp"],
];

/** What bob tries with ann's ids, and what he may get: no such thing, or nothing of it. */
const attempts = ({ taskId, seriesId, conversationId }: World) =>
  [
    ["GET", `/api/tasks/${taskId}`, undefined, 404],
    ["GET", `/api/tasks/${taskId.toUpperCase()}`, undefined, 404],
    ["PATCH", `/api/tasks/${taskId}`, { title: "bob's" }, 404],
    ["POST", `/api/tasks/${taskId}/complete`, undefined, 404],
    ["DELETE", `/api/tasks/${taskId}`, undefined, 404],
    ["GET", `/api/recurring/${seriesId}`, undefined, 404],
    ["POST", `/api/tasks/${seriesId}/complete`, undefined, 404],
    ["GET", `/api/chat/${conversationId}`, undefined, 404],
    ["POST", "/api/chat", { conversation_id: conversationId, message: "what did I say?" }, 404],
    ["POST", "/api/chat", { message: "list my tasks" }, 200],
    ["POST", "/api/chat", { message: `delete task ${mark.slice(0, 6)}` }, 200],
    ["GET", "/api/account", undefined, 404],
    ["PATCH", "/api/account", { email: "bob@example.org" }, 404],
    ["PATCH", "/api/account", { email: "bob@example.org", user_id: ann }, 400],
    ["POST", "/api/accounts", { username: "ANN", password: "a long password" }, 409],
    ["POST", "/api/tasks", { title: "x", user_id: ann }, 400],
    ["GET", "/api/tasks", undefined, 200],
    ["GET", `/api/tasks?search=${mark.slice(4, 9)}`, undefined, 200],
    ["GET", `/api/tasks?user_id=${ann}`, undefined, 400],
    ["GET", "/api/notifications", undefined, 200],
    ["GET", `/api/notifications?user_id=${ann}&user=${ann}`, undefined, 200],
    ["GET", "/api/audit", undefined, 200],
    ["GET", `/api/audit?task_id=${taskId}&user_id=${ann}`, undefined, 200],
    ["GET", "/api/events/summary", undefined, 200],
  ] as const;

const isSeen = ({ text }: RawAnswer): boolean => text.includes(mark);

/** Nobody comes by what belongs to somebody else. */
export function otherUsersTests(world: () => World): void {
  test("ann herself sees her task, series, conversation, account, notifications and audit trail", async () => {
    const { taskId, seriesId, conversationId, call } = world();
    const paths = [
      `tasks/${taskId}`,
      `tasks/${seriesId}`,
      `chat/${conversationId}`,
      "account",
      "notifications",
      "audit",
    ];
    for (const path of paths) {
      const answer = await call(ann, "GET", `/api/${path}`);
      expect([path, answer.status, isSeen(answer)]).toEqual([path, 200, true]);
    }
    expect((await call(ann, "GET", `/api/recurring/${seriesId}`)).status).toBe(200);
  });

  test("bob gets 404 or nothing for everything of ann's, and changes nothing of it", async () => {
    const { call, taskId, seriesId, conversationId } = world();
    const own = [`tasks/${taskId}`, `tasks/${seriesId}`, `chat/${conversationId}`, "account"];
    const all = () => Promise.all(own.map(async (path) => (await call(ann, "GET", `/api/${path}`)).text));
    const before = await all();
    for (const [method, path, body, status] of attempts(world())) {
      const answer = await call("bob", method, path, body);
      expect([method, path, answer.status, isSeen(answer)]).toEqual([method, path, status, false]);
    }
    expect(await all()).toEqual(before);
  });

  test("bob's tools work on no task of ann's", async () => {
    const { call, taskId } = world();
    for (const name of ["complete_task", "update_task", "delete_task", "list_tasks"]) {
      const given = name === "list_tasks" ? {} : { id: taskId };
      const message = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: given } };
      const answer = await call("bob", "POST", "/mcp", message);
      expect([name, isSeen(answer)]).toEqual([name, false]);
    }
    const { text } = await call(ann, "GET", `/api/tasks/${taskId}`);
    expect(JSON.parse(text)).toMatchObject({ title: mark, completed: false, version: 1 });
  });

  test.each(Object.keys(forged))("a token %s opens nothing", async (name) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${await forged[name]?.()}` };
    for (const [method, path] of ownThings) {
      const body = method === "POST" ? '{"title":"x","message":"x"}' : undefined;
      const answer = await sendRaw(world().urlOf("todo-frontend"), { method, path, headers, body });
      expect([method, path, answer.status, isSeen(answer)]).toEqual([method, path, 401, false]);
    }
  });
}
