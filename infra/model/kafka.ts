import { deadLetterTopic, type Topology } from "@todo-platform/contracts";
import { toTopicRights } from "./access.ts";
import { toMilliseconds, type Duration, type Size } from "./units.ts";

/** The Kafka cluster that the platform runs. */
export interface KafkaSpec {
  /** Name of the cluster; its bootstrap Service is `<cluster>.<namespace>.svc`. */
  readonly cluster: string;
  readonly namespace: string;
  /** Partitions of each topic: the upper bound of useful replicas of a subscriber. */
  readonly partitions: number;
  /** Copies of each record. At least 2 in production. */
  readonly replicationFactor: number;
  readonly retention: Duration;
  /** Heap of a broker. */
  readonly heap: Size;
  readonly storage: Size;
}

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

/** Port of the SASL_SSL listener. */
export const kafkaPort = 9092;

/** Bootstrap address for clients inside the Kubernetes cluster. */
export const kafkaBootstrap = (kafka: KafkaSpec): string =>
  `${kafka.cluster}.${kafka.namespace}.svc.cluster.local:${kafkaPort}`;

/** Every topic with its dead-letter topic. Records are a little larger than the event, for the CloudEvent around it. */
export const toKafkaTopics = (topology: Topology, kafka: KafkaSpec, maxMessageBytes: number): KafkaTopic[] =>
  Object.keys(topology.topics)
    .flatMap((topic) => [topic, deadLetterTopic(topic)])
    .map((name) => ({
      name,
      partitions: kafka.partitions,
      replicationFactor: kafka.replicationFactor,
      retentionMs: toMilliseconds(kafka.retention),
      maxMessageBytes,
    }));

/** The apps that touch Kafka and what each may read and write. */
export const toKafkaUsers = (topology: Topology): KafkaUser[] =>
  toTopicRights(topology).map(({ app, ...rights }) => ({ name: app, ...rights }));
