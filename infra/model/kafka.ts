import { deadLetterTopic, type Topology } from "@todo-platform/contracts";
import { toMilliseconds, type Duration, type Size } from "./units.ts";

/** The Kafka cluster and the Dapr pub/sub component on it. */
export interface KafkaSpec {
  /** Name of the Dapr component that apps publish to. */
  readonly pubsub: string;
  /** Name of the cluster; its bootstrap Service is `<cluster>.<namespace>.svc`. */
  readonly cluster: string;
  readonly namespace: string;
  /** Partitions of each topic: the upper bound of useful replicas of a subscriber. */
  readonly partitions: number;
  /** Copies of each record. At least 2 in production. */
  readonly replicationFactor: number;
  readonly retention: Duration;
  /** One limit for the topic, the component, the sidecar and the apps. */
  readonly maxMessageSize: Size;
  readonly consumeRetryInterval: Duration;
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

/** The apps that touch Kafka and what each may read and write: least privilege from the topology. */
export const toKafkaUsers = (topology: Topology): KafkaUser[] =>
  Object.keys(topology.apps)
    .map((app) => {
      const topics = Object.entries(topology.topics);
      const reads = topics.filter(([, topic]) => app in topic.subscribers).map(([name]) => name);
      const writes = topics.filter(([, topic]) => topic.publishers.includes(app)).map(([name]) => name);
      const drains = topology.deadLetters.app === app ? topics.map(([name]) => deadLetterTopic(name)) : [];
      return { name: app, reads: [...reads, ...drains], writes: [...writes, ...reads.map(deadLetterTopic)] };
    })
    .filter((user) => user.reads.length > 0 || user.writes.length > 0);
