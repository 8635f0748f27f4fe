import { describe, expect, test } from "vitest";
import { toKafkaTopics, toKafkaUsers } from "../../../infra/model/kafka.ts";
import { toComponents } from "../../../infra/model/dapr/component.ts";
import { toConfigurations } from "../../../infra/model/dapr/configuration.ts";
import { toResiliency } from "../../../infra/model/dapr/resiliency.ts";
import { terminationGraceSeconds, toSidecarAnnotations } from "../../../infra/model/dapr/sidecar.ts";
import { toSubscriptions, toSubscriptionSpec } from "../../../infra/model/dapr/subscription.ts";
import { defaultService } from "../../../infra/model/service.ts";
import { restartChecksum } from "../../../infra/model/dapr/restart-checksum.ts";
import { brokenPlatform, localPlatform } from "../platforms.ts";

describe("from the topology follow", () => {
  test("the topics, each with its dead-letter topic", () => {
    const topics = toKafkaTopics(localPlatform.topology, localPlatform.kafka, 1_048_576);
    expect(topics.map((topic) => topic.name)).toEqual([
      "task-events",
      "task-events-dead-letter",
      "reminders",
      "reminders-dead-letter",
      "audit-logs",
      "audit-logs-dead-letter",
    ]);
    expect(topics[0]).toEqual({
      name: "task-events",
      partitions: 3,
      replicationFactor: 1,
      retentionMs: 7 * 24 * 3600 * 1000,
      maxMessageBytes: 1_048_576,
    });
  });

  test("Kafka users that may touch their own topics only", () => {
    const deadLetters = ["task-events-dead-letter", "reminders-dead-letter", "audit-logs-dead-letter"];
    expect(toKafkaUsers(localPlatform.topology)).toEqual([
      { name: "todo-backend", reads: [], writes: ["task-events", "audit-logs"] },
      {
        name: "notification-service",
        reads: ["task-events", "reminders"],
        writes: ["audit-logs", "task-events-dead-letter", "reminders-dead-letter"],
      },
      {
        name: "audit-service",
        reads: ["task-events", "reminders", "audit-logs", ...deadLetters],
        // It publishes dead letters again.
        writes: ["audit-logs", ...deadLetters, "task-events", "reminders"],
      },
      { name: "recurring-task-service", reads: ["task-events"], writes: ["audit-logs", "task-events-dead-letter"] },
      { name: "reminder-service", reads: [], writes: ["reminders"] },
      { name: "event-service", reads: ["task-events"], writes: ["audit-logs", "task-events-dead-letter"] },
      { name: "mcp-tools", reads: [], writes: ["audit-logs"] },
    ]);
  });

  test("component scopes, never empty, and topic scopes", () => {
    const components = toComponents(localPlatform);
    expect(components.map(({ name, type, version, scopes }) => ({ name, type, version, scopes }))).toEqual([
      {
        name: "kafka-pubsub",
        type: "pubsub.kafka",
        version: "v1",
        scopes: [
          "audit-service",
          "event-service",
          "mcp-tools",
          "notification-service",
          "recurring-task-service",
          "reminder-service",
          "todo-backend",
        ],
      },
      {
        name: "statestore",
        type: "state.postgresql",
        version: "v2",
        scopes: ["event-service", "notification-service", "recurring-task-service", "reminder-service", "todo-backend"],
      },
      {
        name: "kubernetes-secrets",
        type: "secretstores.kubernetes",
        version: "v1",
        scopes: [
          "audit-service",
          "event-service",
          "mcp-tools",
          "notification-service",
          "recurring-task-service",
          "todo-backend",
        ],
      },
      { name: "mail", type: "bindings.smtp", version: "v1", scopes: ["notification-service"] },
      { name: "push", type: "bindings.http", version: "v1", scopes: ["notification-service"] },
      { name: "assistant", type: "conversation.echo", version: "v1", scopes: ["todo-backend"] },
      { name: "reminder-cron", type: "bindings.cron", version: "v1", scopes: ["reminder-service"] },
      { name: "recurring-task-cron", type: "bindings.cron", version: "v1", scopes: ["recurring-task-service"] },
      { name: "daily-cleanup-cron", type: "bindings.cron", version: "v1", scopes: ["audit-service"] },
    ]);
    expect(components.at(-1)?.metadata).toEqual([
      { name: "schedule", value: "0 2 * * *" },
      { name: "route", value: "/api/jobs/daily-cleanup" },
      { name: "direction", value: "input" },
    ]);
    expect(components[0]?.metadata.find((item) => item.name === "publishingScopes")).toEqual({
      name: "publishingScopes",
      value:
        "audit-service=audit-logs,task-events-dead-letter,reminders-dead-letter,audit-logs-dead-letter,task-events,reminders;event-service=audit-logs,task-events-dead-letter;mcp-tools=audit-logs;notification-service=audit-logs,task-events-dead-letter,reminders-dead-letter;recurring-task-service=audit-logs,task-events-dead-letter;reminder-service=reminders;todo-backend=task-events,audit-logs",
    });
  });

  test("no secret value in a component, only references", () => {
    const metadata = toComponents(localPlatform).flatMap((component) => component.metadata);
    const secretNames = ["saslPassword", "connectionString"];
    for (const item of metadata.filter(({ name }) => secretNames.includes(name)))
      expect(item).not.toHaveProperty("value");
    expect(metadata.filter(({ name }) => secretNames.includes(name))).toHaveLength(2);
  });

  test("access control that denies all but the declared calls", () => {
    const backend = toConfigurations(localPlatform).find(({ app }) => app === "todo-backend");
    const policy = (appId: string, operations: readonly [string, string[]][]) => ({
      appId,
      defaultAction: "deny",
      trustDomain: "todo-platform",
      namespace: "todo-app",
      operations: operations.map(([name, httpVerb]) => ({ name, httpVerb, action: "allow" })),
    });
    expect(backend?.spec["accessControl"]).toEqual({
      defaultAction: "deny",
      trustDomain: "todo-platform",
      policies: [
        policy("todo-frontend", [["/api/**", ["GET", "POST", "PUT", "PATCH", "DELETE"]]]),
        policy("recurring-task-service", [
          ["/internal/occurrences", ["POST"]],
          ["/internal/unfinished-series", ["GET"]],
        ]),
        policy("reminder-service", [["/internal/due-reminders", ["GET"]]]),
        policy("notification-service", [["/internal/contacts/*", ["GET"]]]),
        policy("mcp-tools", [["/api/tasks/**", ["GET", "POST", "PATCH", "DELETE"]]]),
      ],
    });
    const frontend = toConfigurations(localPlatform).find(({ app }) => app === "todo-frontend");
    expect(frontend?.spec["accessControl"]).toEqual({
      defaultAction: "deny",
      trustDomain: "todo-platform",
      policies: [],
    });
  });

  test("secret scopes that allow an app its own secrets", () => {
    const scopes = toConfigurations(localPlatform).map(({ app, spec }) => [app, spec["secrets"]]);
    expect(scopes).toEqual(
      [
        ["todo-frontend", []],
        ["todo-backend", ["demo-user", "jwt-secret", "postgres-credentials"]],
        ["notification-service", ["jwt-secret"]],
        ["audit-service", ["audit-postgres-credentials", "jwt-secret"]],
        ["recurring-task-service", ["jwt-secret"]],
        ["reminder-service", []],
        ["event-service", ["jwt-secret"]],
        ["mcp-tools", ["jwt-secret"]],
      ].map(([app, allowedSecrets]) => [
        app,
        { scopes: [{ storeName: "kubernetes-secrets", defaultAccess: "deny", allowedSecrets }] },
      ]),
    );
  });

  test("a Subscription per subscriber, with a dead-letter topic that is drained", () => {
    expect(
      toSubscriptions(localPlatform).map(({ app, topic, route, deadLetterTopic }) => [
        app,
        topic,
        route,
        deadLetterTopic,
      ]),
    ).toEqual([
      ["notification-service", "task-events", "/task-events", "task-events-dead-letter"],
      ["audit-service", "task-events", "/task-events", "task-events-dead-letter"],
      ["recurring-task-service", "task-events", "/task-events", "task-events-dead-letter"],
      ["event-service", "task-events", "/events", "task-events-dead-letter"],
      ["notification-service", "reminders", "/reminders", "reminders-dead-letter"],
      ["audit-service", "reminders", "/reminders", "reminders-dead-letter"],
      ["audit-service", "audit-logs", "/audit-logs", "audit-logs-dead-letter"],
      ["audit-service", "task-events-dead-letter", "/dead-letters", undefined],
      ["audit-service", "reminders-dead-letter", "/dead-letters", undefined],
      ["audit-service", "audit-logs-dead-letter", "/dead-letters", undefined],
    ]);
  });

  test("rules by event type for an app with routes of single types, and the default for all else", () => {
    const subscription = toSubscriptions(localPlatform).find(({ app }) => app === "event-service");
    expect(subscription && toSubscriptionSpec(subscription)).toEqual({
      pubsubname: "kafka-pubsub",
      topic: "task-events",
      routes: {
        rules: ["created", "updated", "deleted", "completed"].map((kind) => ({
          match: `event.type == "task.${kind}"`,
          path: `/events/task-${kind}`,
        })),
        default: "/events",
      },
      deadLetterTopic: "task-events-dead-letter",
    });
  });

  test("resiliency targets that exist, with a bounded retry before every dead letter", () => {
    const { spec } = toResiliency(localPlatform) as unknown as {
      spec: { policies: { retries: Record<string, object> }; targets: Record<string, object> };
    };
    expect(Object.keys(spec.targets["apps"] ?? {})).toEqual([
      "audit-service",
      "event-service",
      "mcp-tools",
      "notification-service",
      "recurring-task-service",
      "reminder-service",
      "todo-backend",
    ]);
    expect(Object.keys(spec.targets["components"] ?? {})).toEqual(["kafka-pubsub", "statestore"]);
    expect(spec.targets["apps"]).not.toHaveProperty("todo-backend.circuitBreaker");
    expect(spec.policies.retries["inbound"]).toEqual({ policy: "constant", duration: "1s", maxRetries: 3 });
  });
});

test("a sidecar's annotations carry id, tokens, limits and the Kafka password's reference", () => {
  const annotations = toSidecarAnnotations(localPlatform, "todo-backend", localPlatform.services["todo-backend"]!);
  expect(annotations).toMatchObject({
    "dapr.io/app-id": "todo-backend",
    "dapr.io/app-port": "8000",
    "dapr.io/app-max-concurrency": "10",
    "dapr.io/config": "app-config-todo-backend",
    "dapr.io/api-token-secret": "todo-backend-dapr-api-token",
    "dapr.io/app-token-secret": "todo-backend-app-api-token",
    "dapr.io/env-from-secret": "KAFKA_PASSWORD=todo-backend-kafka:password",
    "dapr.io/max-body-size": "1Mi",
    "dapr.io/sidecar-memory-request": "128Mi",
  });
});

test("an app that uses no pub/sub gets no Kafka password", () => {
  const annotations = toSidecarAnnotations(localPlatform, "todo-frontend", localPlatform.services["todo-frontend"]!);
  expect(annotations).not.toHaveProperty("dapr.io/env-from-secret");
});

test("a pod's grace period covers the sidecar's blocking and draining and 5 s more", () => {
  expect(terminationGraceSeconds({ ...defaultService, blockShutdown: "1m", gracefulShutdown: "1500ms" })).toBe(67);
});

test("a pod is rolled when its Configuration or the Resiliency changes, and only then", () => {
  const checksum = (change: (platform: any) => void, app = "audit-service") =>
    restartChecksum(brokenPlatform(change), app);
  const before = checksum(() => {});
  expect(checksum((p) => (p.kafka.partitions = 6))).toBe(before);
  expect(checksum((p) => (p.resiliency.outbound.maxRetries = 3))).not.toBe(before);
  expect(checksum((p) => (p.tracing.samplingRate = 0.5))).not.toBe(before);
  expect(checksum((p) => (p.topology.invocations[2].path = "/api/trail"))).not.toBe(before);
  // The rule is audit-service's own: the backend's sidecar need not know.
  expect(checksum((p) => (p.topology.invocations[2].path = "/api/trail"), "todo-backend")).toBe(
    checksum(() => {}, "todo-backend"),
  );
});
