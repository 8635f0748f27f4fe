import { createHash } from "node:crypto";
import { createStateStore, DaprClient, signToken } from "@todo-platform/service-kit";
import { decodeJwt, SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createRevokedSessions } from "../../../apps/todo-backend/src/stores/revoked-sessions.ts";
import { jwtKey, startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest } from "./backend-under-test.ts";

let backend: BackendUnderTest;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.stop());
beforeEach(() => backend.clear());
afterEach(() => void vi.useRealTimers());

const get = async (token: string): Promise<number> => (await backend.call("GET", "/api/account", { token })).status;
const signOut = (token: string) => backend.call("DELETE", "/api/sessions/current", { token });
const stateReads = (): number => backend.sidecar.calls.filter((call) => call.startsWith("GET /v1.0/state/")).length;
/** Another replica, with the same state store. */
const replica = () =>
  createRevokedSessions(createStateStore(new DaprClient({ port: backend.sidecar.port }), "statestore"), backend.log);

test("after signing out the token is refused, other tokens of the user are not, and it is audited", async () => {
  const [token, other] = [await signToken(jwtKey, "ann"), await signToken(jwtKey, "ann")];
  expect((await signOut(token)).status).toBe(204);
  const refused = await backend.call("GET", "/api/tasks", { token });
  expect(refused.body).toMatchObject({ status: 401, detail: "The bearer token is not valid or has expired." });
  expect([await get(other), (await signOut(token)).status]).toEqual([404, 401]);
  const { event } = await backend.database.db.selectFrom("outbox").select("event").executeTakeFirstOrThrow();
  expect(event.payload).toEqual({ action: "user.signed-out", user_id: "ann", detail: "" });
});

test("an ended session is kept by its id for the rest of its life, which every replica reads", async () => {
  const token = await signToken(jwtKey, "ann");
  const { jti: id = "", exp = 0 } = decodeJwt(token);
  const save = vi.fn();
  const revoked = createRevokedSessions({ save } as never, backend.log);
  await revoked.revoke({ id, expires: Date.now() + 90_500 });
  expect(save.mock.calls).toEqual([[`session-${id}`, { ended: true }, { ttl: 91 }]]);
  await signOut(token);
  expect([...backend.sidecar.state.keys()]).toEqual([`session-${id}`]);
  expect(await replica().isRevoked({ id, expires: exp * 1000 })).toBe(true);
});

test("many requests of a session ask the state store once in ten seconds", async () => {
  const token = await signToken(jwtKey, "ann");
  await Promise.all(Array.from({ length: 20 }, () => get(token)));
  await get(token);
  expect(stateReads()).toBe(1);
});

test("another replica refuses an ended session after ten seconds at most", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const session = { id: "s-1", expires: Date.now() + 3_600_000 };
  const [here, there] = [replica(), replica()];
  expect([await here.isRevoked(session), await there.isRevoked(session)]).toEqual([false, false]);
  await here.revoke(session);
  expect([await here.isRevoked(session), await there.isRevoked(session)]).toEqual([true, false]);
  vi.setSystemTime(Date.now() + 10_001);
  expect(await there.isRevoked(session)).toBe(true);
});

test("while the state store is down requests pass, which is logged once, and signing out is refused", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  backend.sidecar.down.add("state");
  const token = await signToken(jwtKey, "ann");
  const warnings = () => backend.log.lines.filter((line) => line.includes("every valid token is good")).length;
  for (let minute = 0; minute < 3; minute++) {
    expect(await get(token)).toBe(404);
    vi.setSystemTime(Date.now() + 60_000);
  }
  expect(warnings()).toBe(1);
  const refused = await signOut(token);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  backend.sidecar.down.clear();
  expect((await signOut(token)).status).toBe(204);
  expect(await get(token)).toBe(401);
});

test("a token of an earlier version, without an id, can be ended too", async () => {
  const token = await new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("ann")
    .setIssuer("todo-backend")
    .setAudience("todo-platform")
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(jwtKey));
  expect([await get(token), (await signOut(token)).status, await get(token)]).toEqual([404, 204, 401]);
  const id = createHash("sha256").update(token).digest("hex");
  expect([...backend.sidecar.state.keys()]).toEqual([`session-${id}`]);
});
