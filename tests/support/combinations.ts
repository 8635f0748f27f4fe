import { pubsubs, secretStores, stateStores, type PlatformChoice } from "../../infra/model/platform-choice.ts";

/**
 * Twelve choices in which every two values of two different parts meet: each state store with each pub/sub, and the
 * secret stores so that each meets all of both. State in memory needs a backend of one replica.
 */
export const combinations: readonly PlatformChoice[] = stateStores.flatMap((stateStore, row) =>
  pubsubs.map((pubsub, column) => ({
    stateStore,
    pubsub,
    secretStore: secretStores[(row + column) % 2] ?? "kubernetes",
    ...(stateStore === "in-memory" ? { backendReplicas: 1 } : {}),
  })),
);

/** A choice in a few words. */
export const nameOf = ({ stateStore, pubsub, secretStore }: PlatformChoice): string =>
  `${stateStore}, ${pubsub}, ${secretStore}`;
