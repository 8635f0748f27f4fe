import { draft, object, type Draft } from "./graph.ts";

const copies = {
  "auto.create.topics.enable": false,
  "default.replication.factor": 3,
  "min.insync.replicas": 2,
  "offsets.topic.replication.factor": 3,
  "transaction.state.log.replication.factor": 3,
  "transaction.state.log.min.isr": 2,
};

/** Brokers and databases. */
export const goodServers = (): Draft[] => [
  object(
    "apiextensions.k8s.io/v1",
    "CustomResourceDefinition",
    "kafkas.kafka.strimzi.io",
    {
      spec: {
        group: "kafka.strimzi.io",
        scope: "Namespaced",
        names: { kind: "Kafka", plural: "kafkas" },
        versions: [],
      },
    },
    true,
  ),
  object("kafka.strimzi.io/v1", "Kafka", "kafka/events", {
    spec: {
      kafka: {
        authorization: { type: "simple" },
        config: copies,
        listeners: [
          { name: "clients", port: 9093, type: "internal", tls: true, authentication: { type: "scram-sha-512" } },
        ],
      },
    },
  }),
  object("kafka.strimzi.io/v1", "KafkaNodePool", "kafka/brokers", {
    spec: {
      replicas: 3,
      roles: ["broker"],
      storage: { type: "jbod", volumes: [{ id: 0, type: "persistent-claim", size: "10Gi", deleteClaim: false }] },
    },
  }),
  object("kafka.strimzi.io/v1", "KafkaTopic", "kafka/tasks", {
    spec: { partitions: 3, replicas: 3, config: { "min.insync.replicas": 2, "retention.ms": 604800000 } },
  }),
  object("kafka.strimzi.io/v1", "KafkaUser", "kafka/worker", {
    spec: {
      authentication: { type: "scram-sha-512" },
      authorization: {
        type: "simple",
        acls: [
          { type: "allow", operations: ["Read"], resource: { type: "topic", name: "tasks", patternType: "literal" } },
        ],
      },
    },
  }),
  draft("kubernetes:helm.sh/v3:Release", "redpanda", {
    name: "redpanda",
    namespace: "redpanda",
    chart: "redpanda",
    version: "25.2.1",
    repositoryOpts: { repo: "https://charts.redpanda.com" },
    values: {
      tls: { enabled: true },
      auth: { sasl: { enabled: true } },
      config: { cluster: { kafka_enable_authorization: true } },
    },
  }),
  object("postgresql.cnpg.io/v1", "Cluster", "todo/database", {
    spec: { instances: 3, plugins: [{ name: "barman-cloud.cloudnative-pg.io", isWALArchiver: true }] },
  }),
  object("postgresql.cnpg.io/v1", "ScheduledBackup", "todo/nightly", {
    spec: { schedule: "0 0 2 * * *", cluster: { name: "database" } },
  }),
];
