import { describe, expect, test } from "vitest";
import { checkMetadata, sidecarMetadata, type SidecarMetadata } from "../../../infra/verify/check-metadata.ts";
import { toExpectations, type AppExpectation } from "../../../infra/verify/expectations.ts";
import { localPlatform } from "../platforms.ts";

const audit = toExpectations(localPlatform).find(({ app }) => app === "audit-service") as AppExpectation;

/** Metadata of a sidecar that has loaded exactly what the model says. */
const healthy = (): SidecarMetadata => ({
  id: audit.app,
  components: audit.components.map((component) => ({ ...component })),
  subscriptions: audit.subscriptions.map(({ path, ...rest }) => ({ ...rest, type: "DECLARATIVE", rules: [{ path }] })),
  resiliencies: audit.resiliencies.map((name) => ({ name })),
});

const findings = (change: (metadata: any) => void): [string, unknown][] => {
  const metadata = healthy();
  change(metadata);
  return checkMetadata(audit, metadata).map(({ code, value }) => [code, value]);
};

describe("a sidecar's metadata", () => {
  test("that is as the model says gives no finding", () => {
    expect(audit.components.map(({ name }) => name)).toEqual([
      "kafka-pubsub",
      "kubernetes-secrets",
      "daily-cleanup-cron",
    ]);
    expect(findings(() => {})).toEqual([]);
  });

  test.each<[string, (metadata: any) => void, [string, unknown][]]>([
    ["with another app id", (m) => (m.id = "audit"), [["TP0902", "audit"]]],
    ["without a component", (m) => m.components.shift(), [["TP0903", "kafka-pubsub (pubsub.kafka/v1)"]]],
    [
      "with a component of another version",
      (m) => (m.components[0].version = "v2"),
      [
        ["TP0903", "kafka-pubsub (pubsub.kafka/v1)"],
        ["TP0904", "kafka-pubsub (pubsub.kafka/v2)"],
      ],
    ],
    [
      "with a component out of its scope",
      (m) => m.components.push({ name: "statestore", type: "state.postgresql", version: "v2" }),
      [["TP0904", "statestore (state.postgresql/v2)"]],
    ],
    [
      "without a subscription",
      (m) => m.subscriptions.splice(1, 1),
      [["TP0905", "kafka-pubsub/reminders -> /reminders (dead letters: reminders-dead-letter)"]],
    ],
    [
      "without a dead-letter topic",
      (m) => (m.subscriptions[1].deadLetterTopic = ""),
      [
        ["TP0905", "kafka-pubsub/reminders -> /reminders (dead letters: reminders-dead-letter)"],
        ["TP0906", "kafka-pubsub/reminders -> /reminders"],
      ],
    ],
    [
      "with a programmatic subscription",
      (m) => (m.subscriptions[0].type = "PROGRAMMATIC"),
      [["TP0907", "task-events"]],
    ],
    ["without its resiliency", (m) => (m.resiliencies = []), [["TP0908", "app-resiliency"]]],
    ["with a foreign resiliency", (m) => m.resiliencies.push({ name: "other" }), [["TP0909", "other"]]],
  ])("%s is told", (_, change, expected) => {
    expect(findings(change)).toEqual(expected);
  });

  test("of a bare sidecar is read as empty, not as an error", () => {
    expect(sidecarMetadata.parse({ id: "audit-service" })).toEqual({
      id: "audit-service",
      components: [],
      subscriptions: [],
      resiliencies: [],
    });
  });
});

test("what verify expects of the frontend: no component, five callees' worth of calls, and a refusal", () => {
  const frontend = toExpectations(localPlatform).find(({ app }) => app === "todo-frontend");
  expect(frontend).toMatchObject({
    components: [],
    subscriptions: [],
    secrets: [],
    deniedSecret: undefined,
    deniedCallees: [
      "todo-backend",
      "notification-service",
      "audit-service",
      "recurring-task-service",
      "reminder-service",
      "event-service",
      "mcp-tools",
    ],
  });
  expect(frontend?.invocations.map(({ to }) => to)).toEqual([
    "todo-backend",
    "notification-service",
    "audit-service",
    "event-service",
    "mcp-tools",
  ]);
});
