import { beforeAll, describe, expect, test } from "vitest";
import { TaskPlatform } from "../../../infra/components/task-platform.ts";
import { toSidecarAnnotations } from "../../../infra/model/dapr/sidecar.ts";
import type { ExternalKafkaSpec } from "../../../infra/model/kafka.ts";
import { kafkaPubSub } from "../../../infra/model/kafka-pubsub.ts";
import { definePlatform } from "../../../infra/model/platform.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { s3Platform } from "../../../infra/model/profiles/s3.ts";
import { targets } from "../../../infra/model/targets.ts";
import { record, type Recorded } from "./record.ts";
import { taskPlatformArgs } from "./task-platform-args.ts";

const { checked: _checked, ...s3 } = s3Platform(targets.aks);
const secrets = ["kafka-credentials", "openai-api-key", "postgres-connection"];
/** Seed S3 with its database at Neon: nothing of its data is in the cluster. */
const platform: PlatformSpec = definePlatform({
  ...s3,
  existingSecrets: secrets,
  database: { kind: "external", pooling: "none", maxConnections: 200, owners: s3.database?.owners ?? [] },
});
let graph: Recorded[] = [];

beforeAll(async () => {
  graph = await record({}, async () => {
    new TaskPlatform("todo", {
      ...taskPlatformArgs,
      platform,
    });
  });
});

describe("a platform whose Kafka and PostgreSQL are run elsewhere", () => {
  test("creates no server, no topic, no user and no password for them", () => {
    expect(_checked.warnings).toEqual([]);
    expect(graph.filter(({ type }) => /:(StatefulSet|Job)$/.test(type))).toEqual([]);
    expect(graph.filter(({ type }) => /kafka\.strimzi\.io|postgresql\.cnpg\.io/.test(type))).toEqual([]);
    expect(graph.filter(({ name }) => /^todo-(kafka|postgres|databases)/.test(name))).toEqual([]);
  });

  test("leaves the Secrets that are made elsewhere alone", () => {
    const made = graph
      .filter(({ type }) => type === "kubernetes:core/v1:Secret")
      .map(({ inputs }) => inputs.metadata.name as string);
    expect(made.filter((name) => secrets.includes(name))).toEqual([]);
  });

  test("tells the sidecars of all apps one user by its Secret", () => {
    const component = graph.find(({ name }) => name === "todo-dapr-objects-pubsub");
    expect(component?.inputs.spec.metadata).toEqual(
      expect.arrayContaining([
        { name: "brokers", value: "seed.redpanda.example.com:9092" },
        { name: "saslMechanism", value: "SHA-256" },
        { name: "saslUsername", secretKeyRef: { name: "kafka-credentials", key: "username" } },
        { name: "saslPassword", secretKeyRef: { name: "kafka-credentials", key: "password" } },
      ]),
    );
    for (const [app, service] of Object.entries(platform.services))
      expect(toSidecarAnnotations(platform, app, service)["dapr.io/env-from-secret"]).toBeUndefined();
  });

  test("or each sidecar a user of its own", () => {
    const kafka = { ...platform.kafka, credentials: { kind: "per-app" } } as ExternalKafkaSpec;
    const own: PlatformSpec = {
      ...platform,
      kafka,
      components: { ...platform.components, "kafka-pubsub": kafkaPubSub(kafka, "1Mi") },
    };
    const [[app, service] = []] = Object.entries(own.services);
    if (app === undefined || service === undefined) throw new Error("there is no app");
    expect(toSidecarAnnotations(own, app, service)["dapr.io/env-from-secret"]).toBe(
      `KAFKA_USERNAME=${app}-kafka:username,KAFKA_PASSWORD=${app}-kafka:password`,
    );
    expect(own.components["kafka-pubsub"]?.metadata).toEqual(
      expect.arrayContaining([
        { name: "saslUsername", envRef: "KAFKA_USERNAME" },
        { name: "saslPassword", envRef: "KAFKA_PASSWORD" },
      ]),
    );
  });
});
