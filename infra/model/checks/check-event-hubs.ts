import type { Topology } from "@todo-platform/contracts";
import { kafkaTopicNames, type ExternalKafkaSpec } from "../kafka.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

/**
 * What a namespace holds: event hubs (a topic is one) and partitions of each.
 * Source: learn.microsoft.com/azure/event-hubs/event-hubs-quotas.
 */
const limits = {
  standard: { hubs: 10, partitions: 32 },
  premium: { hubs: 100, partitions: 100 },
} as const;

const refuse = (path: string, value: unknown, message: string, remedy: string): Problem =>
  error("TP0425", path, value, message, remedy);

/** The Kafka endpoint of Azure Event Hubs: what its tiers can hold. Each topic needs a second one for dead letters. */
export const checkEventHubs = (topology: Topology, kafka: ExternalKafkaSpec): Problem[] => {
  const { provider, tier, partitions, tls } = kafka;
  if (provider !== "event-hubs")
    return tier === undefined
      ? []
      : [refuse("kafka.tier", tier, `is a tier of Event Hubs, but the provider is ${provider}`, "Remove it.")];
  if (tier === undefined || tier === "basic")
    return [refuse("kafka.tier", tier, "has no Kafka endpoint", "Use standard or premium.")];
  const { hubs, partitions: most } = limits[tier];
  const topics = kafkaTopicNames(topology).length;
  return [
    ...(topics > hubs
      ? [
          refuse(
            "kafka.tier",
            tier,
            `holds ${hubs} event hubs, but the topics with their dead letters are ${topics}`,
            tier === "standard" ? "Use premium, or fewer topics." : "Use fewer topics.",
          ),
        ]
      : []),
    ...(partitions > most
      ? [refuse("kafka.partitions", partitions, `exceeds the ${most} of tier ${tier}`, `Use at most ${most}.`)]
      : []),
    ...(tls === false ? [refuse("kafka.tls", false, "is refused by Event Hubs", "Use true.")] : []),
  ];
};
