import { strimziPort, type StrimziKafkaSpec } from "../kafka.ts";
import { toBytes, type Size } from "../units.ts";
import type { KafkaManifest, KafkaSpec } from "./generated/kafka.ts";
import { listenerSecret, metricsConfigMap, metricsKey } from "./names.ts";

/** What the cluster must know of the platform around it. */
export interface KafkaSurroundings {
  /** Largest event; the brokers take a little more, for what is around it. */
  readonly maxMessageSize: Size;
  /** Namespaces whose pods may connect. */
  readonly clientNamespaces: readonly string[];
}

type Broker = KafkaSpec["kafka"];

const operatorResources = {
  requests: { cpu: "50m", memory: "256Mi" },
  limits: { cpu: "500m", memory: "512Mi" },
};

/** The one listener for clients: TLS by the platform's CA, SCRAM-SHA-512, open to the namespaces that need it. */
const listeners = (kafka: StrimziKafkaSpec, clientNamespaces: readonly string[]): Broker["listeners"] => [
  {
    name: "clients",
    port: strimziPort,
    type: "internal",
    tls: true,
    authentication: { type: "scram-sha-512" },
    configuration: {
      brokerCertChainAndKey: { secretName: listenerSecret(kafka.cluster), certificate: "tls.crt", key: "tls.key" },
    },
    networkPolicyPeers: clientNamespaces.map((namespace) => ({
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
    })),
  },
];

const config = (kafka: StrimziKafkaSpec, maxMessageSize: Size): NonNullable<Broker["config"]> => ({
  // A mistyped topic is an error, not a new topic.
  "auto.create.topics.enable": false,
  "num.partitions": kafka.partitions,
  "default.replication.factor": kafka.replicationFactor,
  "min.insync.replicas": kafka.minInsyncReplicas,
  "offsets.topic.replication.factor": kafka.replicationFactor,
  "transaction.state.log.replication.factor": kafka.replicationFactor,
  "transaction.state.log.min.isr": kafka.minInsyncReplicas,
  "message.max.bytes": toBytes(maxMessageSize) + 65_536,
});

/** Pods of one cluster on different nodes, and in different zones where they are known. */
const spread = (kafka: StrimziKafkaSpec) =>
  ["kubernetes.io/hostname", kafka.rackLabel]
    .filter((topologyKey) => topologyKey !== undefined)
    .map((topologyKey) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchLabels: { "strimzi.io/name": `${kafka.cluster}-kafka` } },
    }));

/**
 * The cluster as Strimzi's operator takes it. Its version is the newest that the operator knows, so both are upgraded by
 * the operator's version; its own CAs, which only the brokers use among themselves, are renewed by the operator.
 * Source: strimzi api io.strimzi.api.kafka.model.kafka, release 1.2.0.
 */
export const toKafkaManifest = (kafka: StrimziKafkaSpec, surroundings: KafkaSurroundings): KafkaManifest => ({
  apiVersion: "kafka.strimzi.io/v1",
  kind: "Kafka",
  metadata: { name: kafka.cluster, namespace: kafka.namespace },
  spec: {
    kafka: {
      listeners: listeners(kafka, surroundings.clientNamespaces),
      // Who has no right by a KafkaUser may do nothing.
      authorization: { type: "simple" },
      config: config(kafka, surroundings.maxMessageSize),
      ...(kafka.rackLabel === undefined ? {} : { rack: { topologyKey: kafka.rackLabel } }),
      metricsConfig: {
        type: "jmxPrometheusExporter",
        valueFrom: { configMapKeyRef: { name: metricsConfigMap(kafka.cluster), key: metricsKey } },
      },
      template: {
        pod: {
          terminationGracePeriodSeconds: 120,
          topologySpreadConstraints: spread(kafka),
          enableServiceLinks: false,
        },
        podDisruptionBudget: { maxUnavailable: 1 },
      },
    },
    entityOperator: {
      topicOperator: { resources: operatorResources },
      userOperator: { resources: operatorResources },
    },
    // How far each consumer group is behind, which brokers do not report.
    kafkaExporter: { topicRegex: ".*", groupRegex: ".*", resources: operatorResources },
  },
});
