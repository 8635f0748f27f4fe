import { planSchema } from "../../../apps/kafka-provisioner/src/plan.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { compositions } from "../../golden/compositions.ts";
import { kafkaPubSub } from "../../../infra/model/kafka-pubsub.ts";
import { toRedpandaValues } from "../../../infra/model/redpanda/chart-values.ts";
import { redpandaKafka } from "../redpanda-kafka.ts";
import type { Recorded } from "./record.ts";

let graph: Recorded[] = [];
const named = (name: string): Recorded => {
  const found = graph.find((resource) => resource.name === name);
  if (found === undefined) throw new Error(`nothing is registered as ${name}`);
  return found;
};

beforeAll(async () => {
  graph = await compositions["redpanda"]!.record();
});

describe("Kafka by Redpanda's chart", () => {
  test("is one release of the pinned version, in order: Secrets, release, topics and users, passwords of apps", () => {
    expect(named("todo-kafka-release").inputs).toMatchObject({
      chart: "redpanda",
      version: "25.2.1",
      name: "todo-kafka",
    });
    expect(named("todo-kafka-release").dependencies).toEqual(
      expect.arrayContaining(["todo-kafka-superusers", "todo-kafka-admin", "todo-kafka-listener"]),
    );
    expect(named("todo-kafka-topics-job").dependencies).toContain("todo-kafka-release");
    expect(named("todo-secrets-todo-backend-kafka").dependencies).toContain("todo-kafka-topics-job");
    expect(graph.filter(({ type }) => /kafka\.strimzi\.io/.test(type))).toEqual([]);
  });

  test("has TLS by the platform's CA for the Service and every broker, SCRAM, no outside and no licence", () => {
    const { inputs } = named("todo-ca-todo-kafka-request");
    expect(inputs.dnsNames).toEqual([
      "todo-kafka.kafka.svc.cluster.local",
      "*.todo-kafka.kafka.svc.cluster.local",
      "todo-kafka.kafka.svc",
      "*.todo-kafka.kafka.svc",
    ]);
    const { values } = named("todo-kafka-release").inputs;
    expect(values.tls.certs).toEqual({
      default: { caEnabled: true, secretRef: { name: "todo-kafka-listener" } },
      external: { caEnabled: true, secretRef: { name: "todo-kafka-listener" } },
    });
    expect([values.external.enabled, values.storage.tiered.config.cloud_storage_enabled]).toEqual([false, false]);
    expect(values.auth.sasl.bootstrapUser.secretKeyRef).toEqual({ name: "todo-kafka-admin", key: "password" });
  });

  test("gets its numbers from the model", () => {
    const { values } = named("todo-kafka-release").inputs;
    expect([values.statefulset.replicas, values.resources, values.storage.persistentVolume.size]).toEqual([
      3,
      { cpu: { cores: 2 }, memory: { container: { min: "5Gi", max: "5Gi" } } },
      "100Gi",
    ]);
    expect(values.config.cluster).toEqual({
      auto_create_topics_enabled: false,
      kafka_enable_authorization: true,
      default_topic_partitions: 12,
      default_topic_replications: 3,
      kafka_batch_max_bytes: 1_114_112,
      log_retention_ms: 604_800_000,
    });
    expect(values.rackAwareness).toEqual({ enabled: true, nodeAnnotation: "topology.kubernetes.io/zone" });
  });

  test("gets topics, users and rights by the same plan as kind plain, at its own address", () => {
    const { inputs } = named("todo-kafka-topics-script");
    const plan = planSchema.parse(JSON.parse(inputs.data["plan.json"] as string));
    expect(plan.bootstrap).toBe("todo-kafka.kafka.svc.cluster.local:9093");
    const topic = { name: "task-events", partitions: 12, replicationFactor: 3 };
    expect(plan.topics).toContainEqual({ ...topic, retentionMs: 604_800_000, maxMessageBytes: 1_048_576 });
    expect(plan.users.find(({ name }) => name === "todo-backend")?.writes).toContain("task-events");
  });

  test("has no secret value outside of Secrets, the release's values included, but the key that Dapr's chart takes", () => {
    const leaks = graph.filter(
      ({ type, inputs }) => JSON.stringify(inputs).includes('{"secret":') && !/:Secret$|^tls:|^random:/.test(type),
    );
    expect(leaks.map(({ name }) => name)).toEqual(["todo-dapr-release"]);
  });
});

describe("with certificates of cert-manager", () => {
  const ca = { secretKeyRef: { name: "internal-ca", key: "ca.crt" } };
  const issuer = { kind: "ClusterIssuer", name: "internal" } as const;
  const kafka = { ...redpandaKafka, certificates: { by: "cert-manager", issuer, ca } } as const;

  test("the chart asks the issuer for every name", () => {
    const certificate = { caEnabled: true, issuerRef: issuer, applyInternalDNSNames: true };
    expect(toRedpandaValues(kafka, "1Mi").tls.certs).toEqual({ default: certificate, external: certificate });
  });

  test("sidecars believe the issuer's CA and not the platform's", () => {
    expect(kafkaPubSub(kafka, "1Mi").metadata).toContainEqual({ name: "caCert", ...ca });
  });
});
