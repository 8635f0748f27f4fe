import type { EventHubsSpec } from "./event-hubs.ts";

/** Where the apps' state can be kept. The apps' own databases are PostgreSQL in any case. */
export const stateStores = ["postgresql", "redis", "etcd", "in-memory"] as const;
/** What can carry the topics. */
export const pubsubs = ["kafka", "redis", "rabbitmq"] as const;
/** Where the apps can read their secrets. */
export const secretStores = ["kubernetes", "vault"] as const;

/** Who can run PostgreSQL in the cluster: one server of the platform's own, or CloudNativePG with one that takes over. */
export const databases = ["plain", "cnpg"] as const;

/** What a cloud runs beside its cluster; the stack that makes it says where it is. */
export interface CloudServers {
  /** PostgreSQL, in place of one in the cluster. */
  readonly postgres?: { readonly maxConnections: number };
  /** Name of an Azure Key Vault from which the apps read their secrets, in place of `secretStore`. */
  readonly keyVault?: string;
  /** Azure Event Hubs in place of a Kafka in the cluster. */
  readonly eventHubs?: Pick<EventHubsSpec, "namespace" | "tier">;
}

/** Which server stands behind each building block of the Todo platform. */
export interface PlatformChoice {
  readonly stateStore: (typeof stateStores)[number];
  readonly pubsub: (typeof pubsubs)[number];
  readonly secretStore: (typeof secretStores)[number];
  /** @default the target's */
  readonly database?: (typeof databases)[number] | undefined;
  /** Replicas of todo-backend. @default the target's */
  readonly backendReplicas?: number | undefined;
  /** @default everything runs in the cluster, or is run elsewhere */
  readonly cloud?: CloudServers | undefined;
}

/** What a platform has unless its config says otherwise. */
export const defaultChoice: PlatformChoice = { stateStore: "postgresql", pubsub: "kafka", secretStore: "kubernetes" };
