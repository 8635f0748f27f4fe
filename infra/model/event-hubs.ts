import type { Topology } from "@todo-platform/contracts";
import { toTopicRights } from "./access.ts";
import { kafkaTopicNames, type ExternalKafkaSpec } from "./kafka.ts";

/** Tiers of Azure Event Hubs with a Kafka endpoint. */
export const eventHubsTiers = ["standard", "premium"] as const;

/** A namespace of Azure Event Hubs that carries a platform's topics. */
export interface EventHubsSpec {
  /** Name, unique in all of Azure. */
  readonly namespace: string;
  readonly tier: (typeof eventHubsTiers)[number];
  /** Throughput units (standard) or processing units (premium). */
  readonly capacity: number;
  readonly partitions: number;
  /** At most 168 in tier standard. */
  readonly retentionHours: number;
  readonly topics: readonly string[];
  /** What the connection string of each app allows, in the whole namespace: Event Hubs knows no rule over several hubs. */
  readonly users: readonly { readonly app: string; readonly rights: readonly ("Listen" | "Send")[] }[];
}

/** User of every connection string. Source: learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview. */
export const eventHubsUser = "$ConnectionString";

/** The Kafka endpoint of a namespace; how many copies there are of a record is Azure's. */
export const eventHubsKafka = (
  { namespace, tier }: Pick<EventHubsSpec, "namespace" | "tier">,
  topology: Topology,
  partitions: number,
): ExternalKafkaSpec => ({
  kind: "external",
  provider: "event-hubs",
  brokers: [`${namespace}.servicebus.windows.net:9093`],
  partitions,
  topics: kafkaTopicNames(topology),
  tls: true,
  mechanism: "PLAIN",
  credentials: { kind: "per-app" },
  tier,
});

/** What is made of a topology in a namespace. */
export const toEventHubs = (
  { namespace, tier }: Pick<EventHubsSpec, "namespace" | "tier">,
  topology: Topology,
  partitions: number,
): EventHubsSpec => ({
  namespace,
  tier,
  capacity: 1,
  partitions,
  retentionHours: 168,
  topics: kafkaTopicNames(topology),
  users: toTopicRights(topology).map(({ app, reads, writes }) => ({
    app,
    rights: [...(reads.length > 0 ? (["Listen"] as const) : []), ...(writes.length > 0 ? (["Send"] as const) : [])],
  })),
});
