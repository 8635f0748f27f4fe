import { todoTopology } from "@todo-platform/contracts";
import { signToken } from "@todo-platform/service-kit";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { appToken, jwtKey } from "../../support/app-platform.ts";
import { apiRequests, resolveRef } from "./api-requests.ts";
import { appRoutes, requestsTo } from "./app-requests.ts";
import { brokenRules } from "./claims.ts";
import type { Allowed } from "./claims.ts";
import { eventBodies, eventRoutes } from "./event-requests.ts";
import type { EventRoute } from "./event-requests.ts";
import { wrongTypes } from "./json-schema.ts";
import { otherUsersTests } from "./other-users.ts";
import { sendRaw } from "./send-raw.ts";
import type { RawAnswer, RawRequest } from "./send-raw.ts";
import { createWorld, memoryOf } from "./world.ts";
import type { World } from "./world.ts";

/** How many are on the way at the same time. */
const together = 5;
/** More memory than a process needs after any amount of this, in MiB; the platform gives each 128 MiB and more. */
const memoryLimit = 192;

const deadLetters = {
  app: todoTopology.deadLetters.app,
  route: todoTopology.deadLetters.route,
  types: ["task.created"],
} as const;
const delivered: readonly EventRoute[] = [...eventRoutes, deadLetters];

/** Tries `count` requests of `arbitrary`, some at a time. */
function attack<T>(count: number, arbitrary: fc.Arbitrary<T>, each: (value: T) => Promise<unknown>): Promise<void> {
  const some = fc.array(arbitrary, { minLength: together, maxLength: together });
  const property = fc.asyncProperty(some, async (values) => {
    const results = await Promise.all(values.map(each));
    expect(results.filter((result) => result !== undefined)).toEqual([]);
  });
  // What is found is shown as it is: to make it smaller takes long when each try waits for a part that is down.
  return fc.assert(property, { numRuns: Math.ceil(count / together), endOnFailure: true });
}

/** What is wrong with an answer, with what caused it; undefined when nothing is. */
function finding(world: World, raw: RawRequest, answer: RawAnswer, allowed?: Allowed): unknown {
  const broken = brokenRules(raw, answer, world.secrets, allowed);
  if (broken.length === 0) return undefined;
  const body = String(raw.body).slice(0, 500);
  return { broken, raw: { ...raw, body }, status: answer.status, text: answer.text.slice(0, 300) };
}

/** Whether an answer to a delivery is one that a sidecar understands, and names every entry of a bulk. */
function isAcknowledged({ status, text }: RawAnswer): boolean {
  if (status !== 200) return false;
  const body = JSON.parse(text) as { status?: string; statuses?: { entryId: unknown; status: string }[] };
  if (body.statuses) return body.statuses.every((each) => ["SUCCESS", "RETRY", "DROP"].includes(each.status));
  return body.status === "SUCCESS" || body.status === "DROP";
}

let users = 0;
/** A new name now and then: each user may send 3,000 requests a minute. */
const attacker = (): string => `mallory-${Math.floor(users++ / 500)}`;
const asUser = async (raw: RawRequest): Promise<RawRequest> => ({
  ...raw,
  headers: { ...raw.headers, authorization: `Bearer ${await signToken(jwtKey, attacker())}` },
});
const asSidecar = (raw: RawRequest): RawRequest => ({
  ...raw,
  headers: { "content-type": "application/json", ...raw.headers, "dapr-api-token": appToken },
});

let world: World;

function fuzzTests(requests: number): void {
  const ownIds = (): string[] => [world.taskId, world.seriesId, world.conversationId];

  test("whatever is sent through the frontend, no fault, no trace and nothing of others comes back", () =>
    attack(
      requests * 0.4,
      fc.constant(0).chain(() => apiRequests(ownIds())),
      async (raw) => {
        const sent = await asUser(raw);
        const answer = await sendRaw(world.urlOf("todo-frontend"), sent);
        return finding(world, sent, answer, { jsonRpc: raw.path.startsWith("/mcp") });
      },
    ));

  test.each(["state", "invoke", "publish", "conversation"])(
    "while %s is down, the faults are 502 and 503 only",
    async (part) => {
      world.platform.sidecar.down.add(part);
      await attack(
        requests * 0.03,
        fc.constant(0).chain(() => apiRequests(ownIds())),
        async (raw) => {
          const sent = await asUser(raw);
          const answer = await sendRaw(world.urlOf("todo-frontend"), sent);
          return finding(world, sent, answer, { jsonRpc: raw.path.startsWith("/mcp"), faults: [502, 503] });
        },
      );
    },
  );

  test("whatever another app asks, it gets no fault and no trace", () =>
    attack(
      requests * 0.18,
      fc.constantFrom(...appRoutes).chain((route) => requestsTo(route).map((raw) => ({ route, raw }))),
      async ({ route, raw }) => {
        const sent = asSidecar(await asUser(raw));
        const answer = await sendRaw(world.urlOf(route.app), sent);
        const operators = route.path.startsWith("/dead-letters") || route.path.startsWith("/internal");
        const wrong = finding({ ...world, secrets: operators ? [] : world.secrets }, sent, answer, { jsonRpc: true });
        return wrong && { app: route.app, wrong };
      },
    ));

  test("whatever is delivered, it is acknowledged or dropped, and again when it comes again", () =>
    attack(
      requests * 0.3,
      fc.constantFrom(...delivered).chain((route) => eventBodies(route).map((body) => ({ route, body }))),
      async ({ route, body }) => {
        const raw = asSidecar({ method: "POST", path: route.route, headers: {}, body });
        const first = await sendRaw(world.urlOf(route.app), raw);
        const again = await sendRaw(world.urlOf(route.app), raw);
        if ([first, again].every(isAcknowledged) && first.text === again.text) return undefined;
        return { app: route.app, path: route.route, body: String(body).slice(0, 3000), first, again };
      },
    ));
}

function refusalTests(): void {
  test("every route of apps and sidecars refuses who has no token of the app", async () => {
    const routes = [
      ...appRoutes.map(({ app, method, path }) => ({ app, method, path: path.replace("{id}", "x") })),
      ...delivered.map(({ app, route }) => ({ app, method: "POST", path: route })),
    ];
    for (const { app, method, path } of routes) {
      for (const headers of [{}, { "dapr-api-token": "" }, { "dapr-api-token": `${appToken}x` }]) {
        const raw = { method, path, headers, body: method === "GET" ? undefined : "{" };
        const answer = await sendRaw(world.urlOf(app), raw);
        expect([app, path, answer.status, finding(world, raw, answer)]).toEqual([app, path, 401, undefined]);
      }
    }
  });

  test("a refusal names every field of a wrong type at once", async () => {
    for (const [method, path, name] of [
      ["POST", "/api/tasks", "NewTask"],
      ["POST", "/api/accounts", "NewAccount"],
    ] as const) {
      const fields = resolveRef(name).properties ?? {};
      const wrong = Object.fromEntries(
        Object.entries(fields).map(([key, field]) => [key, wrongTypes(field, resolveRef)]),
      );
      const property = fc.asyncProperty(
        fc.record(wrong, { requiredKeys: ["title"].filter((key) => key in wrong) }),
        async (body) => {
          const { status, text } = await world.call("mallory-fields", method, path, body);
          const { errors = [] } = JSON.parse(text) as { errors?: { pointer: string }[] };
          const named = new Set(errors.map(({ pointer }) => pointer.split("/")[1]));
          if (status === 400) expect(Object.keys(body).filter((key) => !named.has(key))).toEqual([]);
          else expect([status, body]).toEqual([429, body]);
        },
      );
      await fc.assert(property, { numRuns: 30 });
    }
  });
}

/** The tests, with about `requests` requests. */
export function hostileInputTests(requests: number): void {
  beforeAll(async () => {
    world = await createWorld();
  }, 60_000);
  afterAll(() => world.platform.stop());
  beforeEach(() => {
    world.platform.sidecar.down.clear();
    world.platform.sidecar.published.length = world.platform.sidecar.calls.length = 0;
  });

  otherUsersTests(() => world);
  refusalTests();
  fuzzTests(requests);

  test("every process lives on, ready and within its memory", async () => {
    for (const [app, { url, process: child }] of world.platform.apps) {
      const { status } = await sendRaw(url, { method: "GET", path: "/health/ready", headers: {} });
      const memory = memoryOf(child.pid);
      console.info(`${app}: ${Math.round(memory)} MiB`);
      expect([app, child.exitCode, status, memory < memoryLimit]).toEqual([app, null, 200, true]);
    }
  });
}
