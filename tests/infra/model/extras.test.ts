import { describe, expect, test } from "vitest";
import { checkPlatform } from "../../../infra/model/checks/check-platform.ts";
import { component } from "../../../infra/model/dapr/define-component.ts";
import { toManifests } from "../../../infra/model/dapr/manifests.ts";
import { toSidecarAnnotations } from "../../../infra/model/dapr/sidecar.ts";
import { secretKey } from "../../../infra/model/dapr/secret-reference.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { definePlatform } from "../../../infra/model/platform.ts";
import { brokenPlatform, localPlatform } from "../platforms.ts";

const { services, topology } = localPlatform;

/** A platform that uses what the Todo platform does without. */
const rich: PlatformSpec = {
  ...localPlatform,
  topology: {
    ...topology,
    apps: { ...topology.apps, "audit-service": { port: 8002, protocol: "grpc" } },
    topics: {
      ...topology.topics,
      "task-events": {
        ...topology.topics["task-events"],
        subscribers: {
          "notification-service": { route: "/task-events", bulk: { maxMessages: 100, maxAwaitMs: 40 } },
          "audit-service": { route: "/task-events", routes: { "task.created": "/created" } },
        },
      },
    },
    schedules: { nightly: { schedule: "0 2 * * *", app: "audit-service", route: "/nightly" } },
    bindings: { ...topology.bindings, mail: { apps: ["notification-service"], direction: "output" } },
    buildingBlocks: { ...topology.buildingBlocks, locks: { apps: ["todo-backend"] } },
  },
  components: {
    ...localPlatform.components,
    mail: component("bindings.smtp/v1", { metadata: { host: "smtp.example.com", port: 587 } }),
    locks: component("lock.redis/v1", { metadata: { redisHost: "redis:6379" } }),
    limit: component("middleware.http.ratelimit/v1", { metadata: { maxRequestsPerSecond: 50 } }),
  },
  everyConfiguration: { metric: { enabled: true, recordErrorCodes: true } },
  httpEndpoints: { weather: { apps: ["todo-backend"], spec: { baseUrl: "https://weather.example.com" } } },
  existingSecrets: ["weather-key"],
  services: {
    ...services,
    "todo-frontend": { ...services["todo-frontend"], middleware: ["limit"], sidecar: { enableProfiling: true } },
  } as PlatformSpec["services"],
};

const objects = () => new Map(toManifests(rich).map((one) => [`${one.kind} ${one.metadata.name}`, one]));

describe("a platform may have", () => {
  test("all of these without a problem", () => {
    expect(checkPlatform(rich)).toEqual([]);
  });

  test("routes by event type, in CEL, before the default", () => {
    expect(objects().get("Subscription audit-service-task-events")?.spec).toEqual({
      pubsubname: "kafka-pubsub",
      topic: "task-events",
      routes: { rules: [{ match: 'event.type == "task.created"', path: "/created" }], default: "/task-events" },
      deadLetterTopic: "task-events-dead-letter",
    });
  });

  test("bulk subscriptions", () => {
    expect(objects().get("Subscription notification-service-task-events")?.spec).toMatchObject({
      bulkSubscribe: { enabled: true, maxMessagesCount: 100, maxAwaitDurationMs: 40 },
    });
  });

  test("schedules, as cron bindings of the app's own", () => {
    expect(objects().get("Component nightly")).toEqual({
      apiVersion: "dapr.io/v1alpha1",
      kind: "Component",
      metadata: { name: "nightly", namespace: "todo-app" },
      auth: { secretStore: "kubernetes" },
      spec: {
        type: "bindings.cron",
        version: "v1",
        metadata: [
          { name: "schedule", value: "0 2 * * *" },
          { name: "route", value: "/nightly" },
          { name: "direction", value: "input" },
        ],
      },
      scopes: ["audit-service"],
    });
  });

  test("bindings whose direction is said, and other building blocks, for their apps only", () => {
    expect(objects().get("Component mail")).toMatchObject({
      spec: { metadata: expect.arrayContaining([{ name: "direction", value: "output" }]) as unknown },
      scopes: ["notification-service"],
    });
    expect(objects().get("Component locks")).toMatchObject({ scopes: ["todo-backend"] });
  });

  test("middleware, named in the Configuration of the app that uses it", () => {
    const specOf = (app: string) => objects().get(`Configuration app-config-${app}`)?.spec;
    expect(specOf("todo-frontend")).toMatchObject({
      httpPipeline: { handlers: [{ name: "limit", type: "middleware.http.ratelimit" }] },
    });
    expect(specOf("todo-backend")).not.toHaveProperty("httpPipeline");
    expect(objects().get("Component limit")).toMatchObject({ scopes: ["todo-frontend"] });
  });

  test("settings of its own in every Configuration", () => {
    const configurations = toManifests(rich).filter(({ kind }) => kind === "Configuration");
    expect(configurations).toHaveLength(Object.keys(localPlatform.topology.apps).length);
    for (const { spec } of configurations) expect(spec).toMatchObject({ metric: { recordErrorCodes: true } });
  });

  test("HTTP endpoints outside of Dapr", () => {
    expect(objects().get("HTTPEndpoint weather")).toEqual({
      apiVersion: "dapr.io/v1alpha1",
      kind: "HTTPEndpoint",
      metadata: { name: "weather", namespace: "todo-app" },
      auth: { secretStore: "kubernetes" },
      spec: { baseUrl: "https://weather.example.com" },
      scopes: ["todo-backend"],
    });
  });

  test("apps that speak gRPC, and settings of single sidecars", () => {
    const of = (app: "audit-service" | "todo-frontend") => toSidecarAnnotations(rich, app, rich.services[app]!);
    expect(of("audit-service")["dapr.io/app-protocol"]).toBe("grpc");
    expect(of("todo-frontend")["dapr.io/app-protocol"]).toBe("http");
    expect(of("todo-frontend")["dapr.io/enable-profiling"]).toBe("true");
  });
});

describe("the model refuses in what is Dapr's own", () => {
  const found = (change: (platform: any) => void): [string, string][] =>
    checkPlatform(brokenPlatform(change))
      .filter(({ severity }) => severity === "error")
      .map(({ code, path }): [string, string] => [code, path]);

  test("a mistyped field of every Configuration", () => {
    expect(found((p) => (p.everyConfiguration = { metric: { enabld: true } }))).toEqual([
      ["TP0602", "everyConfiguration.metric.enabld"],
    ]);
  });

  test("an endpoint of a mistyped app, without an address", () => {
    expect(found((p) => (p.httpEndpoints = { weather: { apps: ["todo-backnd"], spec: {} } }))).toEqual([
      ["TP0604", "httpEndpoints.weather.spec.baseUrl"],
      ["TP0201", "httpEndpoints.weather.apps[0]"],
    ]);
  });

  test("a kind that the platform's release has not", () => {
    const problems = found((p) => {
      p.dapr.release = "1.17";
      p.mcpServers = {
        tools: {
          apps: ["todo-backend"],
          spec: { endpoint: { streamableHTTP: { url: "http://mcp-tools:8006/mcp" } } },
        },
      };
    });
    expect(problems).toEqual([["TP0608", "mcpServers.tools"]]);
  });

  test("a secret in plain", () => {
    expect(
      found((p) => p.components.statestore.metadata.splice(0, 1, { name: "connectionString", value: "password=x" })),
    ).toEqual([["TP0509", "components.statestore.metadata[0].value"]]);
    expect(secretKey("a", "b")).toEqual({ secretKeyRef: { name: "a", key: "b" } });
  });
});

test("what is only a warning is kept with the platform, to be told", () => {
  const crowded = definePlatform({
    ...rich,
    components: {
      ...rich.components,
      ticks: component("bindings.cron/v1", { metadata: { schedule: "@hourly" } }),
    },
    topology: {
      ...rich.topology,
      bindings: { ...rich.topology.bindings, ticks: { apps: ["todo-backend"], direction: "input", route: "/ticks" } },
    },
  });
  expect(crowded.checked.warnings.map(({ code, path }) => [code, path])).toEqual([
    ["TP0811", "components.ticks.metadata[0].value"],
  ]);
});
