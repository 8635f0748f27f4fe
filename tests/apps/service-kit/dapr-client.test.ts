import {
  createEventPublisher,
  createInvoker,
  createSecretStore,
  createStateStore,
  DaprClient,
  DaprError,
  withContext,
} from "@todo-platform/service-kit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import { freePort } from "../../support/free-port.ts";
import { sampleCreated } from "../../support/sample-events.ts";

let sidecar: FakeSidecar;
let dapr: DaprClient;
const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

beforeAll(async () => {
  sidecar = await FakeSidecar.start();
  dapr = new DaprClient({ port: sidecar.port, token: "sidecar-token" });
});
afterAll(() => sidecar.stop());
beforeEach(() => {
  sidecar.down.clear();
  sidecar.calls.length = sidecar.published.length = 0;
});

test("an event is published as a CloudEvent whose fields equal the envelope's, in the trace it is given", async () => {
  const event = sampleCreated();
  await createEventPublisher(dapr, "kafka-pubsub").publish(event, { topic: "task-events", key: "demo", traceparent });
  expect(sidecar.calls).toEqual(["POST /v1.0/publish/kafka-pubsub/task-events?metadata.partitionKey=demo"]);
  expect(sidecar.published).toEqual([
    {
      topic: "task-events",
      key: "demo",
      contentType: "application/cloudevents+json",
      traceparent,
      cloudEvent: {
        specversion: "1.0",
        id: event.event_id,
        type: "task.created",
        source: "todo-backend",
        time: event.timestamp,
        datacontenttype: "application/json",
        data: event,
      },
    },
  ]);
});

test("a publish that the sidecar refuses throws", async () => {
  sidecar.down.add("publish");
  const publish = createEventPublisher(dapr, "kafka-pubsub").publish(sampleCreated(), {
    topic: "task-events",
    key: "k",
  });
  await expect(publish).rejects.toThrow(DaprError);
});

test("an invocation carries trace, correlation id and the sidecar's token, and throws the status of a refusal", async () => {
  const seen: Record<string, string>[] = [];
  sidecar.invoked = async ({ headers, path }) => {
    seen.push(headers);
    return new Response("no", { status: path === "/fine?x=1" ? 200 : 418 });
  };
  const invoker = createInvoker(dapr);
  await withContext({ traceparent, correlationId: "click-1" }, () =>
    invoker.invoke("audit-service", "/fine?x=1", "GET"),
  );
  expect(seen[0]).toMatchObject({ traceparent, "x-correlation-id": "click-1", "dapr-api-token": "sidecar-token" });
  await expect(invoker.invoke("audit-service", "/bad", "POST")).rejects.toMatchObject({
    name: "DaprError",
    status: 418,
  });
});

test.each(["/../../secrets/kubernetes-secrets/jwt-secret", "/%2e%2e/x", "/a/./b", "/a\\..\\b", "/a b"])(
  "the path %s, which a URL parser would change, never leaves the app",
  async (path) => {
    await expect(createInvoker(dapr).invoke("todo-backend", path, "GET")).rejects.toThrow("is not a normal path");
    expect(sidecar.calls).toEqual([]);
  },
);

test("a correlation id that no header can carry is left out of the call", async () => {
  const invoked: string[] = [];
  sidecar.invoked = async ({ headers }) => {
    invoked.push(headers["x-correlation-id"] ?? "none");
    return Response.json({});
  };
  for (const correlationId of ["a\u{2066}", "line\nbreak", "click-1"]) {
    await withContext({ traceparent: undefined, correlationId }, () =>
      createInvoker(dapr).invoke("audit-service", "/y", "GET"),
    );
  }
  expect(invoked).toEqual(["none", "none", "click-1"]);
});

test("a sidecar that is not there is status 0", async () => {
  const nobody = new DaprClient({ port: await freePort() });
  await expect(nobody.call("/healthz/outbound")).rejects.toMatchObject({ name: "DaprError", status: 0 });
});

test("a sidecar that does not answer in time is status 0", async () => {
  sidecar.invoked = () => new Promise(() => undefined);
  const impatient = new DaprClient({ port: sidecar.port, timeout: 50 });
  await expect(createInvoker(impatient).invoke("audit-service", "/slow", "GET")).rejects.toMatchObject({ status: 0 });
});

test("a secret that lacks a key is an error that names both", async () => {
  sidecar.secrets["jwt-secret"] = { other: "x" };
  await expect(createSecretStore(dapr, "kubernetes-secrets").read("jwt-secret", "key")).rejects.toThrow(
    "secret jwt-secret in store kubernetes-secrets has no key key",
  );
});

test("many keys are saved and read in one call each, and what is not there is left out", async () => {
  const state = createStateStore(dapr, "statestore");
  await state.saveAll(
    [
      { key: "many-1", value: true },
      { key: "many-2", value: { a: 1 } },
    ],
    { ttl: 60 },
  );
  expect(sidecar.calls).toEqual(["POST /v1.0/state/statestore?"]);
  expect(await state.getAll(["many-2", "nothing", "many-1"])).toEqual(
    new Map<string, unknown>([
      ["many-2", { a: 1 }],
      ["many-1", true],
    ]),
  );
  expect(await state.getAll(["many-1"])).toEqual(new Map([["many-1", true]]));
  expect(await state.getAll(["nothing"])).toEqual(new Map());
  expect(sidecar.calls.slice(1)).toEqual([
    "POST /v1.0/state/statestore/bulk?",
    "GET /v1.0/state/statestore/many-1?consistency=strong",
    "GET /v1.0/state/statestore/nothing?consistency=strong",
  ]);
});

test("of two first writes to a key exactly one succeeds, whether the key existed or not", async () => {
  const state = createStateStore(dapr, "statestore");
  const create = { ifUnchanged: { etag: undefined } };
  expect(await Promise.all([state.save("k", 1, create), state.save("k", 2, create)])).toEqual([true, false]);
  const { value, etag } = await state.get("k");
  expect(value).toBe(1);
  const change = { ifUnchanged: { etag } };
  expect(await Promise.all([state.save("k", 3, change), state.save("k", 4, change)])).toEqual([true, false]);
  expect((await state.get("k")).value).toBe(3);
});

test("a state store that is down throws instead of looking empty", async () => {
  sidecar.down.add("state");
  await expect(createStateStore(dapr, "statestore").get("k")).rejects.toThrow(DaprError);
});
