import { createStateStore, DaprClient, signToken } from "@todo-platform/service-kit";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createRequestCounts } from "../../../apps/todo-backend/src/stores/request-counts.ts";
import type { RequestCounts } from "../../../apps/todo-backend/src/stores/request-counts.ts";
import { jwtKey, startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest } from "./backend-under-test.ts";

/** Requests a minute in these tests. */
const limit = 40;
let backend: BackendUnderTest;
const replicas: RequestCounts[] = [];

beforeAll(async () => {
  backend = await startBackend(limit);
});
afterAll(() => backend.stop());
beforeEach(async () => {
  await backend.clear();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2030-01-01T00:00:15Z") });
});
afterEach(() => {
  vi.useRealTimers();
  for (const replica of replicas.splice(0)) replica.stop();
});

function startReplica(shareFrom = 1): RequestCounts {
  const state = createStateStore(new DaprClient({ port: backend.sidecar.port }), "statestore");
  const replica = createRequestCounts(state, backend.log, shareFrom);
  replicas.push(replica);
  return replica;
}
const addMany = (replica: RequestCounts, user: string, count: number): number => {
  for (let sent = 1; sent < count; sent++) replica.add(user);
  return replica.add(user).count;
};

test("a user beyond the limit is refused until the next minute, others are not", async () => {
  const [ann, bob] = [await signToken(jwtKey, "ann"), await signToken(jwtKey, "bob")];
  const get = (token = ann) => backend.call("GET", "/api/status", { token });
  const first = await get();
  expect([first.headers.get("ratelimit-policy"), first.headers.get("ratelimit")]).toEqual([
    '"user";q=40;w=60',
    '"user";r=39;t=45',
  ]);
  for (let sent = 1; sent < limit; sent++) expect((await get()).status).toBe(200);
  const refused = await get();
  expect(refused.body).toMatchObject({ status: 429, detail: "More than 40 requests a minute." });
  expect([refused.headers.get("retry-after"), refused.headers.get("ratelimit")]).toEqual(["45", '"user";r=0;t=45']);
  expect((await get(bob)).status).toBe(200);
  vi.setSystemTime("2030-01-01T00:01:00Z");
  expect((await get()).status).toBe(200);
});

test("replicas count together, with one read and one write for all users", async () => {
  const [here, there] = [startReplica(), startReplica()];
  addMany(here, "ann", 10);
  addMany(here, "bob", 3);
  addMany(there, "ann", 5);
  backend.sidecar.calls.length = 0;
  await here.merge();
  expect(backend.sidecar.calls.map((call) => call.split(" ")[0])).toEqual(["GET", "POST"]);
  await there.merge();
  expect(there.add("ann").count).toBe(16);
  here.add("ann");
  await here.merge();
  expect([here.add("ann").count, here.add("bob").count]).toEqual([17, 4]);
  expect([...backend.sidecar.state]).toMatchObject([["request-counts-1893456000000", { value: { ann: 16, bob: 3 } }]]);
});

test("of replicas that merge at once none loses what it has counted", async () => {
  const all = Array.from({ length: 4 }, () => startReplica());
  for (const replica of all) addMany(replica, "ann", 10);
  await Promise.all(all.map((replica) => replica.merge()));
  await Promise.all(all.map((replica) => replica.merge()));
  expect([...backend.sidecar.state.values()].map(({ value }) => value)).toEqual([{ ann: 40 }]);
});

test("counting needs no call of the sidecar, and users with few requests are not shared", async () => {
  const replica = startReplica(10);
  addMany(replica, "ann", 9);
  backend.sidecar.calls.length = 0;
  await replica.merge();
  expect(backend.sidecar.calls).toEqual([]);
  replica.add("ann");
  await replica.merge();
  await replica.merge();
  expect(backend.sidecar.calls).toHaveLength(2);
});

test("counts are shared about once a second without anybody asking", async () => {
  const replica = startReplica();
  replica.add("ann");
  await expect.poll(() => backend.sidecar.state.size, { timeout: 3000 }).toBe(1);
});

test("while the state store is down each replica counts alone, which is logged once", async () => {
  const [here, there] = [startReplica(), startReplica()];
  backend.sidecar.down.add("state");
  addMany(here, "ann", 10);
  for (let again = 0; again < 3; again++) await here.merge();
  expect(here.add("ann").count).toBe(11);
  expect(backend.log.lines.filter((line) => line.includes("each replica counts alone"))).toHaveLength(1);
  backend.sidecar.down.clear();
  await here.merge();
  addMany(there, "ann", 1);
  await there.merge();
  expect(there.add("ann").count).toBe(13);
});

test("what is refused does not count: who waits until the window ends is let in", () => {
  const replica = startReplica();
  addMany(replica, "ann", 5);
  for (let refused = 0; refused < 100; refused++) {
    replica.add("ann");
    replica.takeBack("ann");
  }
  expect(replica.add("ann").count).toBe(6);
});
