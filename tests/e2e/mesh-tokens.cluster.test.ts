import { connect as connectHttp2, constants } from "node:http2";
import { connect, type TLSSocket } from "node:tls";
import { todoTopology, type TopicSpec } from "@todo-platform/contracts";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openMesh, type Mesh } from "./support/mesh.ts";

const platform = inject("platform");
const apps = Object.entries(todoTopology.apps).map(([app, { port }]) => ({ app, port }));
/** Port on which sidecars call each other. */
const internalPort = 50_002;

let mesh: Mesh;
beforeAll(() => {
  mesh = openMesh(platform);
});
afterAll(() => mesh[Symbol.asyncDispose]());

describe("the internal port of the sidecar of", () => {
  test.each(apps)("$app closes the connection of a plain HTTP call", async ({ app }) => {
    const { url } = await mesh.port(app, internalPort);
    await expect(fetch(`${url}/v1.0/healthz`, { signal: AbortSignal.timeout(5000) })).rejects.toThrow("fetch failed");
  });

  test.each(apps)("$app closes the connection of a plain gRPC call", async ({ app }) => {
    const { url } = await mesh.port(app, internalPort);
    const outcome = await new Promise<string>((resolve) => {
      const session = connectHttp2(url);
      session.on("error", () => resolve("refused")).on("close", () => resolve("refused"));
      const call = session.request({
        [constants.HTTP2_HEADER_METHOD]: "POST",
        [constants.HTTP2_HEADER_PATH]: "/dapr.proto.internals.v1.ServiceInvocation/CallLocal",
        "content-type": "application/grpc",
      });
      call.on("response", () => resolve("answered")).on("error", () => resolve("refused"));
      call.end();
    });
    expect(outcome).toBe("refused");
  });

  test.each(apps)("$app refuses TLS without a client certificate", async ({ app }) => {
    const { url } = await mesh.port(app, internalPort);
    const socket = connect({
      host: "127.0.0.1",
      port: Number(new URL(url).port),
      // What is proved is the server's refusal; its certificate names a SPIFFE id, no host.
      rejectUnauthorized: false,
      ALPNProtocols: ["h2"],
    });
    expect(await refusal(socket)).toBe("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED");
  });
});

const refusal = (socket: TLSSocket): Promise<string> =>
  new Promise((resolve) => {
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.on("close", () => resolve("closed"));
    socket.on("data", () => undefined);
    socket.setTimeout(5000, () => resolve("still open"));
  });

describe("the sidecar's own API answers 401", () => {
  const wrong = [
    { what: "without a token", headers: {} },
    { what: "with a wrong token", headers: { "dapr-api-token": "wrong" } },
  ];
  const paths = ["/v1.0/metadata", "/v1.0/secrets/kubernetes-secrets/jwt-secret", "/v1.0/state/statestore/some-key"];
  const table = apps.flatMap(({ app }) => paths.flatMap((path) => wrong.map((token) => ({ app, path, ...token }))));
  test.each(table)("$app $path $what", async ({ app, path, headers }) => {
    const { url } = await mesh.port(app, 3500);
    const response = await fetch(`${url}${path}`, { headers: { connection: "close", ...headers } });
    expect(response.status).toBe(401);
  });
});

describe("a route for sidecars answers 401", () => {
  const topics = Object.values<TopicSpec>(todoTopology.topics);
  const routes = [
    ...topics.flatMap((topic) =>
      Object.entries(topic.subscribers).flatMap(([app, subscriber]) =>
        [subscriber?.route, ...Object.values(subscriber?.routes ?? {})].map((route = "/") => ({ app, route })),
      ),
    ),
    ...Object.values(todoTopology.schedules).map(({ app, route }) => ({ app, route })),
    { app: todoTopology.deadLetters.app, route: todoTopology.deadLetters.route },
    ...todoTopology.invocations.map(({ to, path }) => ({ app: to, route: path.replace(/\*\*$/, "tasks") })),
  ];
  const tokens = [
    { what: "without the app's token", headers: {} },
    { what: "with a wrong token", headers: { "dapr-api-token": "wrong" } },
  ];
  test.each(routes.flatMap((route) => tokens.map((token) => ({ ...route, ...token }))))(
    "POST $app$route $what",
    async ({ app, route, headers }) => {
      const port = apps.find((known) => known.app === app)?.port ?? 0;
      const { url } = await mesh.port(app, port);
      const response = await fetch(`${url}${route}`, {
        method: "POST",
        headers: { connection: "close", "content-type": "application/json", ...headers },
        body: "{}",
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ detail: "This route is for the app's sidecar only." });
    },
  );

  test("and with the token of another app", async () => {
    const { token = "" } = await mesh.secret("notification-service-app-api-token");
    const { url } = await mesh.port("audit-service", todoTopology.apps["audit-service"].port);
    const response = await fetch(`${url}/task-events`, {
      method: "POST",
      headers: { connection: "close", "content-type": "application/json", "dapr-api-token": token },
      body: "{}",
    });
    expect(response.status).toBe(401);
  });
});

describe("an app's sidecar reads of the secret store", () => {
  const secrets = Object.entries(todoTopology.secrets).map(([name, { apps: readers }]) => ({ name, readers }));
  const readers = [...new Set(secrets.flatMap((secret) => [...secret.readers]))];
  const others = [
    "statestore-credentials",
    "postgres",
    "platform-ca",
    "todo-backend-kafka",
    "todo-backend-app-api-token",
  ];
  const table = readers.flatMap((app) => [
    ...secrets.map(({ name, readers: allowed }) => ({
      app,
      name,
      status: (allowed as readonly string[]).includes(app) ? 200 : 403,
    })),
    ...others.map((name) => ({ app, name, status: 403 })),
  ]);
  test.each(table)("$app -> $name: $status", async ({ app, name, status }) => {
    const answer = await (await mesh.sidecar(app)).ask("GET", `/v1.0/secrets/kubernetes-secrets/${name}`);
    expect(answer.status).toBe(status);
  });

  test("nothing at all in bulk that is not its own", async () => {
    const answer = await (
      await mesh.sidecar("notification-service")
    ).ask("GET", "/v1.0/secrets/kubernetes-secrets/bulk");
    const names = answer.status === 200 ? Object.keys(JSON.parse(answer.body) as object) : [];
    expect(names.filter((name) => name !== "jwt-secret")).toEqual([]);
  });
});

describe("subscriptions are declared in the cluster only:", () => {
  test.each(apps)("/dapr/subscribe of $app tells none", async ({ app, port }) => {
    const { token = "" } = await mesh.secret(`${app}-app-api-token`);
    const { url } = await mesh.port(app, port);
    const response = await fetch(`${url}/dapr/subscribe`, {
      headers: { connection: "close", "dapr-api-token": token },
    });
    expect(response.status).toBe(404);
  });
});
