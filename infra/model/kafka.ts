import { deadLetterTopic, type Topology } from "@todo-platform/contracts";
import { toTopicRights } from "./access.ts";
import type { SecretKeyReference } from "./dapr/secret-reference.ts";
import type { ContainerResources } from "./service.ts";
import { toMilliseconds, type Duration, type Size } from "./units.ts";

/** What a Kafka cluster that the platform runs has, whoever looks after it. */
export interface OwnKafka {
  /** Name of the cluster. */
  readonly cluster: string;
  readonly namespace: string;
  /** Partitions of each topic: the upper bound of useful replicas of a subscriber. */
  readonly partitions: number;
  /** Copies of each record. At least 2 in production, and no more than brokers. */
  readonly replicationFactor: number;
  readonly retention: Duration;
  /** Volume of each broker. */
  readonly storage: Size;
}

/** A cluster of Apache Kafka itself. */
export interface ApacheKafka extends OwnKafka {
  /** Heap of a broker. */
  readonly heap: Size;
}

/** One broker in a StatefulSet, for development; its bootstrap Service is `<cluster>.<namespace>.svc`. */
export interface PlainKafkaSpec extends ApacheKafka {
  readonly kind: "plain";
}

/** A cluster that the Strimzi operator runs: KRaft node pools, topics and users as objects of its own. */
export interface StrimziKafkaSpec extends ApacheKafka {
  readonly kind: "strimzi";
  /** Pods of the pool that keeps the records. */
  readonly brokers: number;
  /** Pods of the pool that keeps the metadata, an odd number; 0 lets the brokers do it, too. */
  readonly controllers: number;
  /** Copies that must have a record before its producer is told so; fewer than replicationFactor, or no broker may restart. */
  readonly minInsyncReplicas: number;
  readonly brokerResources: ContainerResources;
  readonly controllerResources: ContainerResources;
  readonly controllerStorage: Size;
  /** Class of every volume. @default the cluster's own */
  readonly storageClass?: string;
  /** Label of nodes by which copies are spread over zones. @default no rack awareness */
  readonly rackLabel?: string;
}

/** Who signs the certificates of a Redpanda cluster. */
export type RedpandaCertificates =
  /** The platform's CA. */
  | { readonly by: "platform" }
  /** An issuer of cert-manager; its CA stands in a Secret of the apps' namespace, where sidecars read it. */
  | {
      readonly by: "cert-manager";
      readonly issuer: { readonly kind: "Issuer" | "ClusterIssuer"; readonly name: string };
      readonly ca: SecretKeyReference;
    };

/**
 * A cluster of Redpanda by its own chart: Kafka's protocol without a JVM and without controllers. Topics, users and ACLs
 * are made through Kafka's API, so 25.2 or newer is needed (KIP-554). Tiered storage, which needs a licence, is off.
 */
export interface RedpandaKafkaSpec extends OwnKafka {
  readonly kind: "redpanda";
  /** Pods, each with a volume. */
  readonly brokers: number;
  /** Whole cores of a broker; it runs a thread on each. */
  readonly cores: number;
  /** Memory of a broker. At least 2.5Gi for each core: a fifth is the system's. */
  readonly memory: Size;
  readonly certificates: RedpandaCertificates;
  /** Class of every volume. @default the cluster's own */
  readonly storageClass?: string;
  /** Label of nodes by which copies are spread over zones; a broker may then read Nodes. @default no rack awareness */
  readonly rackLabel?: string;
}

/** How an app says who it is. Dapr writes SCRAM-SHA-512 as `SHA-512` and PLAIN as `PLAINTEXT`. */
export const saslMechanisms = ["SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"] as const;
export type SaslMechanism = (typeof saslMechanisms)[number];

/** Who runs an external cluster: some know only certain mechanisms, and Event Hubs counts topics. */
export const kafkaProviders = ["redpanda-cloud", "confluent-cloud", "event-hubs", "other"] as const;
export type KafkaProvider = (typeof kafkaProviders)[number];

/** Where the credentials of apps stand; the Secrets are in the apps' namespace and made elsewhere. */
export type KafkaCredentials =
  /** One Secret for all apps. */
  | { readonly kind: "shared"; readonly secret: string }
  /** A Secret for each app, `<app id>-kafka`. */
  | { readonly kind: "per-app" };

/** A cluster that somebody else runs. Nothing is created there: its topics must exist. */
export interface ExternalKafkaSpec {
  readonly kind: "external";
  readonly provider: KafkaProvider;
  /** Bootstrap addresses, `host:port`. */
  readonly brokers: readonly string[];
  /** Partitions of its topics: the upper bound of useful replicas of a subscriber. */
  readonly partitions: number;
  /** Topics that exist there, those for dead letters included. */
  readonly topics: readonly string[];
  /** `false` sends everything in plain text; `true` trusts public authorities; a Secret's key names a CA of its own. */
  readonly tls: boolean | SecretKeyReference;
  readonly mechanism: SaslMechanism;
  /** Keys `username` and `password` of the named Secrets. */
  readonly credentials: KafkaCredentials;
  /** Tier of an Event Hubs namespace. @default none, for every other provider */
  readonly tier?: "basic" | "standard" | "premium";
}

/** A Kafka cluster that the platform runs itself. */
export type OwnKafkaSpec = PlainKafkaSpec | StrimziKafkaSpec | RedpandaKafkaSpec;

/** The Kafka cluster that carries the topics. */
export type KafkaSpec = OwnKafkaSpec | ExternalKafkaSpec;

/** A topic as it is created. */
export interface KafkaTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly retentionMs: number;
  readonly maxMessageBytes: number;
}

/** What one user may do; its name is the app's id. */
export interface KafkaUser {
  readonly name: string;
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

/** Port of the SASL_SSL listener of a plain cluster. */
export const kafkaPort = 9092;

/** Port of the SASL_SSL listener of a cluster of Strimzi, whose own listeners take 9090 and 9091. */
export const strimziPort = 9093;

/** Port of the internal SASL_SSL listener of Redpanda's chart. */
export const redpandaPort = 9093;

/** Port of the clients' listener of a cluster of ours. */
export const kafkaPortOf = ({ kind }: OwnKafkaSpec): number =>
  ({ plain: kafkaPort, strimzi: strimziPort, redpanda: redpandaPort })[kind];

/** Bootstrap Service of a cluster of Strimzi. Source: strimzi api KafkaResources.bootstrapServiceName. */
export const strimziBootstrapService = (cluster: string): string => `${cluster}-kafka-bootstrap`;

/** Bootstrap addresses, separated by commas. */
export const kafkaBootstrap = (kafka: KafkaSpec): string => {
  switch (kafka.kind) {
    case "external":
      return kafka.brokers.join(",");
    case "strimzi":
      return `${strimziBootstrapService(kafka.cluster)}.${kafka.namespace}.svc.cluster.local:${strimziPort}`;
    case "redpanda":
    case "plain":
      return `${kafka.cluster}.${kafka.namespace}.svc.cluster.local:${kafkaPortOf(kafka)}`;
  }
};

/** Names of all topics: each one of the topology is followed by its dead-letter topic. */
export const kafkaTopicNames = (topology: Topology): string[] =>
  Object.keys(topology.topics).flatMap((topic) => [topic, deadLetterTopic(topic)]);

/** Every topic with its dead-letter topic. Records are a little larger than the event, for the CloudEvent around it. */
export const toKafkaTopics = (topology: Topology, kafka: OwnKafka, maxMessageBytes: number): KafkaTopic[] =>
  kafkaTopicNames(topology).map((name) => ({
    name,
    partitions: kafka.partitions,
    replicationFactor: kafka.replicationFactor,
    retentionMs: toMilliseconds(kafka.retention),
    maxMessageBytes,
  }));

/** The apps that touch Kafka and what each may read and write. */
export const toKafkaUsers = (topology: Topology): KafkaUser[] =>
  toTopicRights(topology).map(({ app, ...rights }) => ({ name: app, ...rights }));
