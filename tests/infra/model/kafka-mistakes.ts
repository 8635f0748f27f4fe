import { kafkaTopicNames, type ExternalKafkaSpec } from "../../../infra/model/kafka.ts";
import { kafkaPubSub } from "../../../infra/model/kafka-pubsub.ts";
import { kafkaFor } from "../../../infra/model/profiles/base.ts";
import { targets } from "../../../infra/model/targets.ts";
import { redpandaKafka } from "../redpanda-kafka.ts";
import { localPlatform } from "../platforms.ts";

const useCluster = (platform: any, kafka: any): void => {
  platform.kafka = kafka;
  platform.components["kafka-pubsub"] = kafkaPubSub(kafka, "1Mi");
};

/** On a cluster of Strimzi with the numbers of production, changed in one place. */
const strimzi = (change: object) => (platform: any) =>
  useCluster(platform, { ...kafkaFor(targets.aks, "kafka"), ...change });

/** On a cluster of Redpanda, changed in one place. */
const redpanda = (change: object) => (platform: any) => useCluster(platform, { ...redpandaKafka, ...change });
const issued = {
  by: "cert-manager",
  issuer: { kind: "ClusterIssuer", name: "internal" },
  ca: { secretKeyRef: { name: "internal-ca", key: "ca.crt" } },
};

const secret = "kafka-credentials";
const elsewhere: ExternalKafkaSpec = {
  kind: "external",
  provider: "redpanda-cloud",
  brokers: ["seed.example.com:9092"],
  partitions: 3,
  topics: kafkaTopicNames(localPlatform.topology),
  tls: true,
  mechanism: "SCRAM-SHA-256",
  credentials: { kind: "shared", secret },
};
/** On a cluster elsewhere, changed in one place. */
const external = (change: object) => (platform: any) => {
  platform.existingSecrets = [secret];
  useCluster(platform, { ...elsewhere, ...change });
};
const eventHubs = { provider: "event-hubs", mechanism: "PLAIN", tier: "standard" };
const kafkaApps = [
  "todo-backend",
  "notification-service",
  "audit-service",
  "recurring-task-service",
  "reminder-service",
  "event-service",
  "mcp-tools",
];

/** Clusters of the other kinds, as they should be. */
export const soundClusters: [title: string, change: (platform: any) => void][] = [
  ["Strimzi", strimzi({})],
  ["Strimzi without controllers of their own", strimzi({ controllers: 0 })],
  ["Redpanda", redpanda({})],
  [
    "Redpanda with certificates of an issuer",
    (p) => {
      redpanda({ certificates: issued })(p);
      p.existingSecrets = ["internal-ca"];
    },
  ],
  ["one broker of Redpanda, for development", redpanda({ brokers: 1, replicationFactor: 1 })],
  ["Redpanda Cloud", external({})],
  ["Event Hubs", external(eventHubs)],
  ["a cluster elsewhere with a CA of its own", external({ tls: { secretKeyRef: { name: secret, key: "ca.crt" } } })],
  [
    "a cluster elsewhere with a user for each app",
    (p) => {
      external({ credentials: { kind: "per-app" } })(p);
      p.existingSecrets = kafkaApps.map((app) => `${app}-kafka`);
    },
  ],
];

/** Mistakes in the cluster that carries the topics. */
export const kafkaMistakes: [
  title: string,
  change: (platform: any) => void,
  problems: [code: string, path: string][],
][] = [
  ["more copies than brokers", strimzi({ brokers: 2 }), [["TP0418", "kafka.replicationFactor"]]],
  [
    "three copies on the one broker of kind plain",
    (p) => (p.kafka.replicationFactor = 3),
    [["TP0418", "kafka.replicationFactor"]],
  ],
  ["more copies in sync than there are", strimzi({ minInsyncReplicas: 4 }), [["TP0419", "kafka.minInsyncReplicas"]]],
  ["more copies than brokers of Redpanda", redpanda({ brokers: 2 }), [["TP0418", "kafka.replicationFactor"]]],
  ["an even number of copies on Redpanda", redpanda({ replicationFactor: 2 }), [["TP0450", "kafka.replicationFactor"]]],
  ["too little memory for Redpanda's cores", redpanda({ cores: 4 }), [["TP0451", "kafka.memory"]]],
  ["a heap of Redpanda, which has none", redpanda({ heap: "1Gi" }), [["TP0106", "kafka.heap"]]],
  [
    "a mechanism that the platform gives no user of Redpanda",
    (p) => {
      redpanda({})(p);
      const { metadata } = p.components["kafka-pubsub"];
      metadata.find((item: any) => item.name === "saslMechanism").value = "SHA-256";
    },
    [["TP0420", "components.kafka-pubsub.metadata.saslMechanism"]],
  ],
  [
    "a CA of an issuer that nobody puts beside the apps",
    redpanda({ certificates: issued }),
    [["TP0403", "components.kafka-pubsub.metadata[10].secretKeyRef.name"]],
  ],
  ["every copy in sync", strimzi({ minInsyncReplicas: 3 }), [["TP0419", "kafka.minInsyncReplicas"]]],
  [
    "a mechanism that Strimzi has not",
    (p) => {
      strimzi({})(p);
      const { metadata } = p.components["kafka-pubsub"];
      metadata.find((item: any) => item.name === "saslMechanism").value = "SHA-256";
    },
    [["TP0420", "components.kafka-pubsub.metadata.saslMechanism"]],
  ],
  [
    "a component that speaks to another cluster",
    (p) => (p.kafka.namespace = "kafka-2"),
    [["TP0420", "components.kafka-pubsub.metadata.brokers"]],
  ],
  [
    "a component without the platform's CA",
    (p) => {
      const component = p.components["kafka-pubsub"];
      component.metadata = component.metadata.filter((item: any) => item.name !== "caCert");
    },
    [["TP0420", "components.kafka-pubsub.metadata.caCert"]],
  ],
  [
    "a mechanism that the provider has not",
    external({ ...eventHubs, mechanism: "SCRAM-SHA-256" }),
    [["TP0421", "kafka.mechanism"]],
  ],
  [
    "plain text to a cluster elsewhere in production",
    (p) => {
      external({ tls: false })(p);
      p.dapr.highAvailability = true;
    },
    [
      ["TP0422", "kafka.tls"],
      ["TP0453", "database.kind"],
    ],
  ],
  [
    "a topic that a cluster elsewhere has not",
    external({ topics: kafkaTopicNames(localPlatform.topology).slice(1) }),
    [["TP0423", "kafka.topics"]],
  ],
  [
    "a topic of a cluster elsewhere that nobody uses",
    external({ topics: [...kafkaTopicNames(localPlatform.topology), "task-evnts"] }),
    [["TP0423", "kafka.topics[6]"]],
  ],
  ["two controllers", strimzi({ controllers: 2 }), [["TP0424", "kafka.controllers"]]],
  ["Event Hubs without Kafka", external({ ...eventHubs, tier: "basic" }), [["TP0425", "kafka.tier"]]],
  ["too many partitions for Event Hubs", external({ ...eventHubs, partitions: 33 }), [["TP0425", "kafka.partitions"]]],
  ["a tier of another provider", external({ tier: "standard" }), [["TP0425", "kafka.tier"]]],
  [
    "a user for each app without their Secrets",
    external({ credentials: { kind: "per-app" } }),
    kafkaApps.map((): [string, string] => ["TP0403", "kafka.credentials"]),
  ],
  ["a kind of cluster that there is not", (p) => (p.kafka.kind = "redpandas"), [["TP0106", "kafka.kind"]]],
  [
    "topics as objects on a cluster elsewhere",
    external({ replicationFactor: 3 }),
    [["TP0106", "kafka.replicationFactor"]],
  ],
];
