import { scryptSync } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AttemptLimit } from "../../../apps/todo-backend/src/domain/attempt-limit.ts";
import { hashPassword, isPassword } from "../../../apps/todo-backend/src/domain/password.ts";
import { ensureDemoAccount } from "../../../apps/todo-backend/src/stores/demo-account.ts";
import { startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest } from "./backend-under-test.ts";

let backend: BackendUnderTest;
let names = 0;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());
beforeEach(() => backend.clear());

const password = "a good password";
/** A name that no other test has used: attempts are counted by name. */
const newName = (): string => `user-${++names}`;
const post = (path: string, body: object) => backend.call("POST", `/api/${path}`, { token: null, body });
const signUp = (username: string, more: object = {}) => post("accounts", { username, password, ...more });
const signIn = (username: string, given = password) => post("sessions", { username, password: given });
const tokenOf = async (username: string): Promise<string> => ((await signIn(username)).body as { token: string }).token;
const audit = async (): Promise<unknown[]> => {
  const rows = await backend.database.db.selectFrom("outbox").selectAll().orderBy("id").execute();
  return rows.map(({ topic, key, event }) => [topic, key, event.payload]);
};
const entry = (user: string, action: string) => ["audit-logs", user, { action, user_id: user, detail: "" }];

test("who signs up can sign in, with a token that works, is told and audited", async () => {
  const name = newName();
  const made = await signUp(name, { email: "ann@example.org" });
  expect([made.status, made.body]).toEqual([201, { user_id: name, email: "ann@example.org" }]);
  const session = await signIn(name);
  expect([session.status, session.body]).toEqual([
    201,
    { token: expect.any(String), token_type: "Bearer", expires_in: 43_200, user_id: name },
  ]);
  const { token } = session.body as { token: string };
  expect((await backend.call("GET", "/api/tasks", { token })).status).toBe(200);
  expect(await audit()).toEqual([entry(name, "user.signed-up"), entry(name, "user.signed-in")]);
  const told = () => backend.invoked.map(({ app, path, body }) => [app, path, JSON.parse(body) as unknown]);
  const message = { user_id: name, message: "You have signed in." };
  await expect.poll(told).toEqual([["notification-service", "/send-notification", message]]);
});

test("a name is taken in whatever case, and of those who take it at once one gets it", async () => {
  const name = newName();
  const statuses = (await Promise.all([name, name.toUpperCase(), name, name].map((each) => signUp(each)))).map(
    ({ status }) => status,
  );
  expect(statuses.sort()).toEqual([201, 409, 409, 409]);
  expect((await signUp(name.toUpperCase())).status).toBe(409);
  expect((await signUp("Anonymous")).status).toBe(409);
});

test("a name in another case signs the same user in", async () => {
  const name = newName();
  await signUp(name);
  expect((await signIn(name.toUpperCase())).body).toMatchObject({ user_id: name });
});

test("what is wrong with a new account comes at once", async () => {
  const answer = await signUp("a b", { password: "short", email: "nobody" });
  const { errors } = answer.body as { errors: { pointer: string }[] };
  expect([answer.status, errors.map(({ pointer }) => pointer)]).toEqual([400, ["/username", "/password", "/email"]]);
});

test("a wrong password and an unknown user are refused alike, as slowly, and audited", async () => {
  const name = newName();
  await signUp(name);
  await backend.database.db.deleteFrom("outbox").execute();
  const timed = async (user: string) => {
    const begin = performance.now();
    const { status, body } = await signIn(user, "a wrong password");
    return { status, body, taken: performance.now() - begin };
  };
  const [wrong, unknown] = [await timed(name), await timed(newName())];
  expect(wrong.body).toEqual({ type: "about:blank", title: "Unauthorized", status: 401, detail: expect.any(String) });
  expect(unknown.body).toEqual(wrong.body);
  expect(unknown.taken).toBeGreaterThan(wrong.taken / 3);
  expect(await audit()).toEqual([entry(name, "user.sign-in-refused"), entry("anonymous", "user.sign-in-refused")]);
});

test("a password is stored as its scrypt hash with salt and cost, never twice the same, and one of another cost is good too", async () => {
  const [one, other] = [await hashPassword(password), await hashPassword(password)];
  expect(one).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(other);
  const key = scryptSync(password, "salt", 32, { N: 1024, r: 8, p: 1 }).toString("base64url");
  const cheap = `scrypt$1024$8$1$${Buffer.from("salt").toString("base64url")}$${key}`;
  const outcomes = [isPassword(password, one), isPassword("another", one), isPassword(password, undefined)];
  expect(await Promise.all([...outcomes, isPassword(password, cheap)])).toEqual([true, false, false, true]);
});

test("the eleventh failed sign-in of a minute is refused for now, a good one before it does not count", async () => {
  const name = newName();
  await signUp(name);
  await signIn(name);
  for (let attempt = 0; attempt < 10; attempt++) expect((await signIn(name, "wrong password")).status).toBe(401);
  const refused = await signIn(name.toUpperCase());
  expect([refused.status, refused.headers.get("content-type")]).toEqual([
    429,
    "application/problem+json; charset=utf-8",
  ]);
  const wait = Number(refused.headers.get("retry-after"));
  expect(wait > 0 && wait <= 60).toBe(true);
  const other = newName();
  expect((await signUp(other)).status).toBe(201);
});

test("attempts are limited by name and all together, until the next minute", () => {
  const limit = new AttemptLimit({ perName: 2, overall: 3 });
  const begun = [limit.begin("a", 0), limit.begin("A", 1), limit.begin("a", 30_000), limit.begin("b", 30_000)];
  expect([...begun, limit.begin("c", 59_001)]).toEqual([undefined, undefined, 30, undefined, 1]);
  expect([limit.begin("a", 60_000), limit.begin("c", 60_001)]).toEqual([undefined, undefined]);
});

test("users see and change their own account, and apps find where to reach them", async () => {
  const name = newName();
  await signUp(name);
  const token = await tokenOf(name);
  const account = (method: string, body?: object) => backend.call(method, "/api/account", { token, body });
  expect((await account("GET")).body).toEqual({ user_id: name, email: null });
  const changed = await account("PATCH", { email: "a@example.org" });
  expect([changed.status, changed.body]).toEqual([200, { user_id: name, email: "a@example.org" }]);
  expect((await account("PATCH", { email: "nobody" })).status).toBe(400);
  const contact = (user: string) => backend.call("GET", `/internal/contacts/${user}`, { token: null });
  expect((await contact(name)).body).toEqual({ user_id: name, email: "a@example.org" });
  expect((await contact("nobody")).status).toBe(404);
});

test("no answer of the API holds a password or its hash", async () => {
  const name = newName();
  const answers = [await signUp(name), await signIn(name)];
  const token = await tokenOf(name);
  answers.push(await backend.call("GET", "/api/account", { token }));
  answers.push(await backend.call("GET", `/internal/contacts/${name}`));
  expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/scrypt|good password/);
});

test("the demo user's account follows its secret, and others take no part in it", async () => {
  const name = newName();
  const demo = { username: name, password };
  await Promise.all([1, 2, 3].map(() => ensureDemoAccount(backend.stores.accounts, demo)));
  expect((await signIn(name)).status).toBe(201);
  await backend.call("PATCH", "/api/account", { token: await tokenOf(name), body: { email: "d@example.org" } });
  const stored = () => backend.stores.accounts.find(name);
  const before = await stored();
  await ensureDemoAccount(backend.stores.accounts, demo);
  expect(await stored()).toEqual(before);
  await ensureDemoAccount(backend.stores.accounts, { ...demo, password: "another password" });
  expect((await signIn(name)).status).toBe(401);
  expect((await signIn(name, "another password")).status).toBe(201);
  expect((await stored())?.email).toBe("d@example.org");
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from accounts`.execute(backend.database.db);
  expect(rows).toEqual([{ n: 1 }]);
});
