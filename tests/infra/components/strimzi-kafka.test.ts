import { beforeAll, describe, expect, test } from "vitest";
import { TaskPlatform } from "../../../infra/components/task-platform.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { record, type Recorded } from "./record.ts";
import { taskPlatformArgs } from "./task-platform-args.ts";

const platform = todoPlatform(targets.aks);
let graph: Recorded[] = [];

const ofType = (type: string): Recorded[] => graph.filter((resource) => resource.type === type);

/** Everything that a resource waits for: its dependencies and its parent, and theirs. */
const before = (name: string, seen = new Set<string>()): Set<string> => {
  const resource = graph.find((candidate) => candidate.name === name);
  for (const at of [...(resource?.dependencies ?? []), ...(resource?.parent === undefined ? [] : [resource.parent])]) {
    if (seen.has(at)) continue;
    seen.add(at);
    before(at, seen);
  }
  return seen;
};

beforeAll(async () => {
  graph = await record({}, async () => {
    new TaskPlatform("todo", {
      ...taskPlatformArgs,
      platform,
      strimzi: { chart: { repository: "https://charts.example.com/" }, version: "1.2.0" },
      cnpg: { chart: { repository: "https://postgres.example.com/" }, version: "0.29.0" },
      barman: { chart: { repository: "https://postgres.example.com/" }, version: "0.8.0" },
    });
  });
});

describe("Kafka by Strimzi", () => {
  test("takes the place of the one broker and nothing else", () => {
    expect(
      graph
        .filter(({ type }) => type.startsWith("kubernetes:kafka.strimzi.io/"))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(
      [
        "todo-kafka-cluster",
        "todo-kafka-pool-brokers",
        "todo-kafka-pool-controllers",
        ...["task-events", "reminders", "audit-logs"].flatMap((topic) => [
          `todo-kafka-topic-${topic}`,
          `todo-kafka-topic-${topic}-dead-letter`,
        ]),
        ...[
          "todo-backend",
          "notification-service",
          "audit-service",
          "recurring-task-service",
          "reminder-service",
          "event-service",
          "mcp-tools",
        ].map((user) => `todo-kafka-user-${user}`),
      ].sort(),
    );
    expect(ofType("kubernetes:apps/v1:StatefulSet")).toEqual([]);
  });

  test("keeps its CRDs when the stack goes, and protects them", () => {
    const crds = graph.filter(({ name }) => name.startsWith("todo-kafka-operator-crd-"));
    expect(crds.filter(({ kept }) => !kept)).toEqual([]);
    expect(crds.map(({ inputs }) => inputs.spec.names.kind).sort()).toEqual([
      "Kafka",
      "KafkaBridge",
      "KafkaConnect",
      "KafkaConnector",
      "KafkaMirrorMaker2",
      "KafkaNodePool",
      "KafkaRebalance",
      "KafkaTopic",
      "KafkaUser",
      "StrimziPodSet",
    ]);
  });

  test("installs the pinned operator without the chart's CRDs, into its own namespace, as Pod Security wants it", () => {
    const [release] = graph.filter(({ name }) => name === "todo-kafka-operator-release");
    expect(release?.inputs).toMatchObject({
      chart: "strimzi-kafka-operator",
      version: "1.2.0",
      repositoryOpts: { repo: "https://charts.example.com/" },
      namespace: "kafka",
      skipCrds: true,
      values: { watchAnyNamespace: false, replicas: 2, podSecurityContext: { runAsNonRoot: true } },
    });
  });

  test("comes in order: CRDs, operator, pools, cluster, topics, users, passwords of apps, Dapr objects", () => {
    const steps = [
      "todo-kafka-operator-crd-kafkas.kafka.strimzi.io",
      "todo-kafka-operator-release",
      "todo-kafka-pool-brokers",
      "todo-kafka-cluster",
      "todo-kafka-topic-task-events-dead-letter",
      "todo-kafka-user-todo-backend",
      "todo-secrets-todo-backend-kafka",
      "todo-dapr-objects-pubsub",
    ];
    for (const [index, step] of steps.entries())
      expect([step, steps.slice(0, index).filter((earlier) => !before(step).has(earlier))]).toEqual([step, []]);
  });

  test("waits until the operator says that cluster, topics and users are ready", () => {
    const waiting = graph
      .filter(({ type }) => type.startsWith("kubernetes:kafka.strimzi.io/"))
      .filter(({ inputs }) => inputs.metadata?.annotations?.["pulumi.com/waitFor"] === "condition=Ready")
      .map(({ type }) => type.split(":").at(-1));
    expect([...new Set(waiting)]).toEqual(["Kafka", "KafkaTopic", "KafkaUser"]);
    expect(waiting).toHaveLength(14);
  });

  test("gives an app the password that its Kafka user has", () => {
    const data = (name: string) => graph.find((resource) => resource.name === name)?.inputs.stringData;
    expect(data("todo-secrets-todo-backend-kafka")).toEqual(data("todo-kafka-todo-backend-secret"));
    expect(Object.keys(data("todo-secrets-todo-backend-kafka"))).toEqual(["secret"]);
  });

  test("has no secret value outside of Secrets but the key that Dapr's chart takes", () => {
    const leaks = graph.filter(
      ({ type, inputs }) =>
        JSON.stringify(inputs).includes('{"secret":') &&
        !/:(Secret|CustomResourceDefinition)$|^tls:|^random:/.test(type),
    );
    expect(leaks.map(({ name }) => name)).toEqual(["todo-dapr-release"]);
  });
});
