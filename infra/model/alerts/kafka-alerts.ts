import type { PlatformSpec } from "../platform-spec.ts";
import type { AlertRule } from "./alert-rule.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";

/** What keeps everybody from writing: no broker leads a partition, or its leader is left with too few copies. */
const refusedWrites = (namespace: string): AlertRule[] => [
  {
    alert: "KafkaPartitionsOffline",
    // Each controller tells the same number.
    expr: `max by (namespace) (kafka_controller_kafkacontroller_offlinepartitionscount{namespace="${namespace}"}) > 0`,
    for: "2m",
    severity: "critical",
    summary: "Kafka has partitions without a leader ({{ $value }}): nobody can write to them or read from them",
    action:
      "Bring the brokers back that have their copies: kafka-topics.sh --describe --unavailable-partitions names them, " +
      "the log of their pods says why they are gone. Task events wait in the outbox meanwhile.",
    metrics: ["kafka_controller_kafkacontroller_offlinepartitionscount"],
  },
  {
    alert: "KafkaUnderMinIsr",
    expr: `sum by (namespace) (kafka_server_replicamanager_underminisrpartitioncount{namespace="${namespace}"}) > 0`,
    for: "2m",
    severity: "critical",
    summary: "Kafka has partitions that refuse writes ({{ $value }}): fewer copies are in step than acks=all needs",
    action:
      "Bring the other brokers back, or give them time to copy: kafka-topics.sh --describe --under-min-isr-partitions " +
      "names them. What is written stays readable; task events wait in the outbox meanwhile.",
    metrics: ["kafka_server_replicamanager_underminisrpartitioncount"],
  },
];

const consumerLag = (namespace: string, limit: number): AlertRule => ({
  alert: "KafkaConsumerLag",
  expr: `sum by (namespace, consumergroup, topic) (kafka_consumergroup_lag{namespace="${namespace}"} > 0) > ${limit}`,
  for: "10m",
  severity: "warning",
  summary: "{{ $labels.consumergroup }} is {{ $value }} records behind on {{ $labels.topic }}",
  action: "See that the app is ready, or give it more replicas, as many as the topic has partitions at most.",
  metrics: ["kafka_consumergroup_lag"],
});

/** Kafka that its operator runs: it brings both exporters, and nobody tells this of another Kafka under these names. */
export const kafkaAlerts = ({ kafka }: PlatformSpec, thresholds: AlertThresholds): AlertRule[] =>
  kafka?.kind === "strimzi"
    ? [...refusedWrites(kafka.namespace), consumerLag(kafka.namespace, thresholds.consumerLag)]
    : [];
