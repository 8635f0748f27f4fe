import type { KafkaTopic, KafkaUser, StrimziKafkaSpec } from "../kafka.ts";
import type { KafkaTopicManifest } from "./generated/kafka-topic.ts";
import type { KafkaUserManifest, KafkaUserSpec } from "./generated/kafka-user.ts";
import { clusterLabel, objectName, passwordSecret } from "./names.ts";

type Acl = NonNullable<KafkaUserSpec["authorization"]>["acls"][number];

/** A topic as an object of its own; the topic operator makes it and keeps it so. */
export const toKafkaTopicManifest = (kafka: StrimziKafkaSpec, topic: KafkaTopic): KafkaTopicManifest => ({
  apiVersion: "kafka.strimzi.io/v1",
  kind: "KafkaTopic",
  metadata: { name: objectName(topic.name), namespace: kafka.namespace, labels: clusterLabel(kafka.cluster) },
  spec: {
    topicName: topic.name,
    partitions: topic.partitions,
    replicas: topic.replicationFactor,
    config: {
      "retention.ms": topic.retentionMs,
      "max.message.bytes": topic.maxMessageBytes,
      "min.insync.replicas": kafka.minInsyncReplicas,
      "cleanup.policy": "delete",
    },
  },
});

const onTopics = (names: readonly string[], operation: "Read" | "Write"): Acl[] =>
  names.map((name) => ({
    type: "allow",
    resource: { type: "topic", name, patternType: "literal" },
    operations: [operation, "Describe"],
    host: "*",
  }));

/** A consumer group is named as its app. */
const onGroup = (user: KafkaUser): Acl[] =>
  user.reads.length === 0
    ? []
    : [
        {
          type: "allow",
          resource: { type: "group", name: user.name, patternType: "literal" },
          operations: ["Read", "Describe"],
          host: "*",
        },
      ];

/**
 * An app's user: SCRAM-SHA-512, the only mechanism with passwords that Strimzi has, with the password of a Secret of
 * ours, and exactly the rights that follow from the topology.
 */
export const toKafkaUserManifest = (kafka: StrimziKafkaSpec, user: KafkaUser): KafkaUserManifest => ({
  apiVersion: "kafka.strimzi.io/v1",
  kind: "KafkaUser",
  metadata: { name: user.name, namespace: kafka.namespace, labels: clusterLabel(kafka.cluster) },
  spec: {
    authentication: {
      type: "scram-sha-512",
      password: { valueFrom: { secretKeyRef: { name: passwordSecret(user.name), key: "password" } } },
    },
    authorization: {
      type: "simple",
      acls: [...onTopics(user.reads, "Read"), ...onGroup(user), ...onTopics(user.writes, "Write")],
    },
  },
});
