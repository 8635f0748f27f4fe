import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { toKafkaTopics, toKafkaUsers, type StrimziKafkaSpec } from "../../../infra/model/kafka.ts";
import { kafkaFor } from "../../../infra/model/profiles/base.ts";
import { toKafkaManifest } from "../../../infra/model/strimzi/kafka-manifest.ts";
import { metricsRules } from "../../../infra/model/strimzi/metrics-rules.ts";
import { listenerNames, objectName } from "../../../infra/model/strimzi/names.ts";
import { toNodePools } from "../../../infra/model/strimzi/node-pools.ts";
import { toKafkaTopicManifest, toKafkaUserManifest } from "../../../infra/model/strimzi/topics-and-users.ts";
import { targets } from "../../../infra/model/targets.ts";
import { localPlatform } from "../platforms.ts";

const kafka = kafkaFor(targets.aks, "kafka") as StrimziKafkaSpec;
const { topology } = localPlatform;
const manifest = toKafkaManifest(kafka, { maxMessageSize: "1Mi", clientNamespaces: ["todo-app"] });

/** A bean's attribute as the exporter writes it. */
const totalTime = (request: string): string =>
  `kafka.network<type=RequestMetrics, name=TotalTimeMs, request=${request}><>99thPercentile`;

describe("a cluster of Strimzi", () => {
  test("has one listener: TLS by the platform's CA, SCRAM-SHA-512, for the apps' namespace only", () => {
    expect(manifest.spec.kafka.listeners).toEqual([
      {
        name: "clients",
        port: 9093,
        type: "internal",
        tls: true,
        authentication: { type: "scram-sha-512" },
        configuration: {
          brokerCertChainAndKey: { secretName: "todo-kafka-listener", certificate: "tls.crt", key: "tls.key" },
        },
        networkPolicyPeers: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "todo-app" } } }],
      },
    ]);
    expect(manifest.spec.kafka.authorization).toEqual({ type: "simple" });
  });

  test("is reached by names that its certificate holds", () => {
    expect(listenerNames("todo-kafka", "kafka")).toEqual([
      "todo-kafka-kafka-bootstrap.kafka.svc",
      "todo-kafka-kafka-bootstrap.kafka.svc.cluster.local",
      "*.todo-kafka-kafka-brokers.kafka.svc",
      "*.todo-kafka-kafka-brokers.kafka.svc.cluster.local",
    ]);
  });

  test("makes no topic by itself and loses no event with one broker", () => {
    expect(manifest.spec.kafka.config).toEqual({
      "auto.create.topics.enable": false,
      "num.partitions": 12,
      "default.replication.factor": 3,
      "min.insync.replicas": 2,
      "offsets.topic.replication.factor": 3,
      "transaction.state.log.replication.factor": 3,
      "transaction.state.log.min.isr": 2,
      "message.max.bytes": 1_114_112,
    });
  });

  test("spreads its pods and lets one go at a time", () => {
    const { template, rack } = manifest.spec.kafka;
    expect(rack).toEqual({ topologyKey: "topology.kubernetes.io/zone" });
    expect(template?.podDisruptionBudget).toEqual({ maxUnavailable: 1 });
    expect(template?.pod?.topologySpreadConstraints).toMatchObject([
      { topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "ScheduleAnyway" },
      { topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "ScheduleAnyway" },
    ]);
  });

  test("without a rack label knows no zones", () => {
    const flat = { ...kafka };
    Reflect.deleteProperty(flat, "rackLabel");
    const { spec } = toKafkaManifest(flat, { maxMessageSize: "1Mi", clientNamespaces: [] });
    expect(spec.kafka.rack).toBeUndefined();
    expect(spec.kafka.template?.pod?.topologySpreadConstraints).toHaveLength(1);
  });

  test("keeps records and metadata in pools of their own, with volumes that stay", () => {
    const volume = (size: string) => ({
      type: "jbod",
      volumes: [{ id: 0, type: "persistent-claim", size, kraftMetadata: "shared", deleteClaim: false }],
    });
    expect(toNodePools(kafka).map(({ metadata, spec }) => [metadata, spec])).toEqual([
      [
        { name: "controllers", namespace: "kafka", labels: { "strimzi.io/cluster": "todo-kafka" } },
        {
          replicas: 3,
          roles: ["controller"],
          storage: volume("16Gi"),
          resources: { requests: { cpu: "200m", memory: "1Gi" }, limits: { cpu: "1", memory: "1Gi" } },
          jvmOptions: { "-Xms": "512m", "-Xmx": "512m" },
        },
      ],
      [
        { name: "brokers", namespace: "kafka", labels: { "strimzi.io/cluster": "todo-kafka" } },
        {
          replicas: 3,
          roles: ["broker"],
          storage: volume("100Gi"),
          resources: { requests: { cpu: "500m", memory: "4Gi" }, limits: { cpu: "2", memory: "4Gi" } },
          jvmOptions: { "-Xms": "2g", "-Xmx": "2g" },
        },
      ],
    ]);
  });

  test("reports the percentiles of three requests only: those of all are thousands of series for each broker", () => {
    const { rules } = parse(metricsRules) as { rules: { pattern: string; name: string }[] };
    const percentiles = rules.filter(({ pattern }) => pattern.includes("thPercentile"));
    expect(percentiles.map(({ pattern }) => new RegExp(pattern).test(totalTime("Produce")))).toEqual([true]);
    expect(percentiles.map(({ pattern }) => new RegExp(pattern).test(totalTime("Metadata")))).toEqual([false]);
  });

  test("lets brokers be controllers where there are none, and takes a class of volumes", () => {
    const [pool, ...others] = toNodePools({ ...kafka, controllers: 0, storageClass: "fast" });
    expect(others).toEqual([]);
    expect(pool?.spec.roles).toEqual(["controller", "broker"]);
    expect(pool?.spec.storage.volumes?.map((volume) => volume.class)).toEqual(["fast"]);
  });
});

describe("from the topology follow", () => {
  test("topics with the copies, retention and sizes of the cluster", () => {
    const [topic] = toKafkaTopics(topology, kafka, 1_048_576);
    if (topic === undefined) throw new Error("there is no topic");
    expect(toKafkaTopicManifest(kafka, topic)).toEqual({
      apiVersion: "kafka.strimzi.io/v1",
      kind: "KafkaTopic",
      metadata: { name: "task-events", namespace: "kafka", labels: { "strimzi.io/cluster": "todo-kafka" } },
      spec: {
        topicName: "task-events",
        partitions: 12,
        replicas: 3,
        config: {
          "retention.ms": 604_800_000,
          "max.message.bytes": 1_048_576,
          "min.insync.replicas": 2,
          "cleanup.policy": "delete",
        },
      },
    });
  });

  test("users with the password of a Secret and exactly the rights of their app", () => {
    const user = toKafkaUsers(topology).find(({ name }) => name === "recurring-task-service");
    if (user === undefined) throw new Error("there is no such user");
    const acl = (type: string, name: string, operation: string) => ({
      type: "allow",
      resource: { type, name, patternType: "literal" },
      operations: [operation, "Describe"],
      host: "*",
    });
    expect(toKafkaUserManifest(kafka, user).spec).toEqual({
      authentication: {
        type: "scram-sha-512",
        password: { valueFrom: { secretKeyRef: { name: "recurring-task-service-password", key: "password" } } },
      },
      authorization: {
        type: "simple",
        acls: [
          acl("topic", "task-events", "Read"),
          acl("group", "recurring-task-service", "Read"),
          acl("topic", "audit-logs", "Write"),
          acl("topic", "task-events-dead-letter", "Write"),
        ],
      },
    });
  });

  test("objects with names that Kubernetes takes, whatever Kafka takes", () => {
    expect(["todo.tasks.created", "Task_Events", "__internal_"].map(objectName)).toEqual([
      "todo.tasks.created",
      "task-events",
      "internal",
    ]);
  });
});
