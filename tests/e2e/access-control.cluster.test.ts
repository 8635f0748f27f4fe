import { request } from "node:http";
import { todoTopology, type HttpVerb, type Topology } from "@todo-platform/contracts";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openMesh, type Mesh } from "./support/mesh.ts";

const platform = inject("platform");
const apps = Object.keys(todoTopology.apps);
const verbs: readonly HttpVerb[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const topics: Topology["topics"] = todoTopology.topics;
const eventRoutes = Object.values(topics).flatMap((topic) =>
  Object.entries(topic.subscribers).flatMap(([app, subscriber]) =>
    [subscriber?.route, ...Object.values(subscriber?.routes ?? {})].map((route = "/") => ({ app, route })),
  ),
);
const drain = { app: todoTopology.deadLetters.app, route: todoTopology.deadLetters.route };
const jobs = Object.values(todoTopology.schedules).map(({ app, route }) => ({ app, route }));

let mesh: Mesh;
beforeAll(() => {
  mesh = openMesh(platform);
});
afterAll(() => mesh[Symbol.asyncDispose]());

/** Sends a path as it is; fetch would resolve its dots. */
const askRaw = (
  url: string,
  method: HttpVerb,
  path: string,
  token: string,
): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const headers = { "dapr-api-token": token, ...(method === "GET" ? {} : { "content-type": "application/json" }) };
    const sent = request(url, { method, path, headers, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on("error", reject).end(method === "GET" ? undefined : "{}");
  });

interface Call {
  readonly from: string;
  readonly to: string;
  readonly verb: HttpVerb;
  readonly path: string;
}

const invoke = async ({ from, to, verb, path }: Call): Promise<{ status: number; body: string }> => {
  const { token = "" } = await mesh.secret(`${from}-dapr-api-token`);
  const { url } = await mesh.port(from, 3500);
  return askRaw(url, verb, `/v1.0/invoke/${to}/method${path}`, token);
};

const concrete = (path: string): string => path.replace(/\*\*?$/, "tasks");

/** Pairs of apps of which the first may not call the second at all. */
const strangers: Call[] = apps.flatMap((from) =>
  apps
    .filter((to) => to !== from && !todoTopology.invocations.some((call) => call.from === from && call.to === to))
    .map((to) => ({ from, to, verb: "GET" as const, path: "/api/tasks" })),
);
/** Declared paths with a verb that is not declared. */
const wrongVerbs: Call[] = todoTopology.invocations.flatMap(({ from, to, path, verbs: declared }) =>
  verbs
    .filter((verb) => !(declared as readonly HttpVerb[]).includes(verb))
    .map((verb) => ({ from, to, verb, path: concrete(path) })),
);
/** Routes that only the callee's own sidecar may call: a caller could forge events and ticks there. */
const forgeries: Call[] = [...eventRoutes, drain, ...jobs].flatMap(({ app, route }) =>
  apps.filter((from) => from !== app).map((from) => ({ from, to: app, verb: "POST" as const, path: route })),
);
const from = "todo-frontend";
const wrongPaths: Call[] = [
  { from, to: "todo-backend", verb: "GET", path: "/" },
  { from, to: "todo-backend", verb: "GET", path: "/health" },
  { from, to: "todo-backend", verb: "GET", path: "/api/../health" },
  { from, to: "todo-backend", verb: "GET", path: "/api/%2e%2e/health" },
  { from, to: "todo-backend", verb: "GET", path: "/api/..%2fhealth" },
  { from, to: "todo-backend", verb: "GET", path: "//health" },
  { from, to: "notification-service", verb: "POST", path: "/send-notification" },
  { from, to: "audit-service", verb: "GET", path: "/api/audit/../../health" },
  { from, to: "audit-service", verb: "GET", path: "/api/audits" },
];

describe("access control refuses with 403", () => {
  const refused = [...strangers, ...wrongVerbs, ...wrongPaths, ...forgeries];
  let answers: Map<Call, { status: number; body: string }>;
  // All at once: Dapr tries a refused call again for seconds, as if the callee could not be reached.
  beforeAll(async () => {
    answers = new Map(await Promise.all(refused.map(async (call) => [call, await invoke(call)] as const)));
  });

  test.each(refused)("$from -> $verb $to $path", (call) => {
    const body = expect.stringContaining("access control policy has denied access") as string;
    expect(answers.get(call)).toEqual({ status: 403, body });
  });
});

describe("every declared call reaches its app", () => {
  const declared: Call[] = todoTopology.invocations.flatMap((call) =>
    call.verbs.map((verb) => ({ from: call.from, to: call.to, verb, path: concrete(call.path) })),
  );
  test.each(declared)("$from -> $verb $to $path", async (call) => {
    const { status, body } = await invoke(call);
    // Without a user and a proper body the app refuses, in its own words; what needs neither is answered.
    const needsNothing = call.path === "/internal/unfinished-series";
    expect(body).toContain(needsNothing ? '{"tasks":[' : '"type":"about:blank"');
    expect(needsNothing ? [200] : [400, 401, 404]).toContain(status);
  });
});

test("callers who are refused do not cut off the others", async () => {
  const answers = [];
  for (let call = 0; call < 12; call++)
    answers.push(await fetch(`${platform.ui}/api/tasks`, { headers: { connection: "close" } }));
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(12).fill(401));
});
