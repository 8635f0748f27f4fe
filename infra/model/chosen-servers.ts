import type { Topology } from "@todo-platform/contracts";
import { toTopicRights } from "./access.ts";
import type { ComponentSpec } from "./dapr/component-spec.ts";
import { etcdState } from "./etcd.ts";
import { eventHubsKafka } from "./event-hubs.ts";
import { inMemoryState } from "./in-memory-state.ts";
import { keyVaultSecrets } from "./key-vault.ts";
import { kafkaUserSecret } from "./kafka-connection.ts";
import { kafkaPubSub } from "./kafka-pubsub.ts";
import { kubernetesSecrets } from "./kubernetes-secrets.ts";
import type { PlatformChoice } from "./platform-choice.ts";
import type { PlatformSpec } from "./platform-spec.ts";
import { postgresState } from "./postgres-state.ts";
import { etcdFor, kafkaFor, rabbitmqFor, redisFor, vaultFor } from "./profiles/base.ts";
import { rabbitmqPubSub } from "./rabbitmq.ts";
import { redisPubSub, redisState } from "./redis.ts";
import type { TargetSpec } from "./targets.ts";
import type { Size } from "./units.ts";
import { vaultSecrets } from "./vault.ts";

/** Secret with the connection string of the state store's database. */
export const stateDatabaseSecret = "statestore-credentials";

const secrets = { redis: "redis-credentials", etcd: "etcd-credentials", rabbitmq: "rabbitmq-credentials" } as const;
const vaultSecret = "vault-credentials";

/** What is made of a choice. */
interface ChosenServersArgs {
  readonly target: TargetSpec;
  readonly choice: PlatformChoice;
  readonly namespace: string;
  readonly maxMessageSize: Size;
  readonly topology: Topology;
}

const brokerOf = ({ target, choice, namespace, maxMessageSize, topology }: ChosenServersArgs) => {
  const eventHubs = choice.cloud?.eventHubs;
  if (eventHubs !== undefined) {
    const kafka = eventHubsKafka(eventHubs, topology, target.kafkaPartitions);
    return { pubsub: "kafka-pubsub", spec: kafkaPubSub(kafka, maxMessageSize), kafka, servers: {} };
  }
  switch (choice.pubsub) {
    case "kafka": {
      const kafka = kafkaFor(target, "kafka");
      return { pubsub: "kafka-pubsub", spec: kafkaPubSub(kafka, maxMessageSize), kafka, servers: {} };
    }
    case "redis": {
      const redis = redisFor(target, namespace, secrets.redis);
      return { pubsub: "redis-pubsub", spec: redisPubSub(redis), kafka: undefined, servers: { redis } };
    }
    case "rabbitmq": {
      const rabbitmq = rabbitmqFor(target, namespace, secrets.rabbitmq);
      return { pubsub: "rabbitmq-pubsub", spec: rabbitmqPubSub(rabbitmq), kafka: undefined, servers: { rabbitmq } };
    }
  }
};

const stateOf = ({ target, choice, namespace }: ChosenServersArgs) => {
  switch (choice.stateStore) {
    case "postgresql":
      return { spec: postgresState(stateDatabaseSecret, 10), servers: {} };
    case "redis": {
      const redis = redisFor(target, namespace, secrets.redis);
      return { spec: redisState(redis), servers: { redis } };
    }
    case "etcd": {
      const etcd = etcdFor(target, namespace, secrets.etcd);
      return { spec: etcdState(etcd), servers: { etcd } };
    }
    case "in-memory":
      return { spec: inMemoryState(), servers: {} };
  }
};

const secretStoreOf = ({ target, choice, namespace, topology }: ChosenServersArgs) => {
  const keyVault = choice.cloud?.keyVault;
  if (keyVault !== undefined) return { secretStore: "key-vault-secrets", spec: keyVaultSecrets(keyVault), servers: {} };
  if (choice.secretStore === "kubernetes")
    return { secretStore: "kubernetes-secrets", spec: kubernetesSecrets(namespace), servers: {} };
  const vault = vaultFor(target, namespace, vaultSecret, Object.keys(topology.secrets));
  return { secretStore: "vault-secrets", spec: vaultSecrets(vault), servers: { vault } };
};

/** The servers of a choice, the components that speak to them, and the Secrets that others make for them. */
export type ChosenServers = Pick<
  PlatformSpec,
  "pubsub" | "secretStore" | "kafka" | "redis" | "etcd" | "rabbitmq" | "vault"
> & {
  readonly components: { readonly [name: string]: ComponentSpec };
  readonly existingSecrets: readonly string[];
};

/** Servers and components of a choice: where state and topics are both in Redis, it is one server. */
export const chosenServers = (args: ChosenServersArgs): ChosenServers => {
  const [broker, state, store] = [brokerOf(args), stateOf(args), secretStoreOf(args)];
  const servers = { ...broker.servers, ...state.servers, ...store.servers };
  return {
    components: { [broker.pubsub]: broker.spec, statestore: state.spec, [store.secretStore]: store.spec },
    pubsub: broker.pubsub,
    secretStore: store.secretStore,
    kafka: broker.kafka,
    ...servers,
    existingSecrets: [
      ...(args.choice.cloud?.eventHubs === undefined
        ? []
        : toTopicRights(args.topology).map(({ app }) => kafkaUserSecret(app))),
      ...Object.values(servers).flatMap((server) => (server.kind === "external" ? [server.secret] : [])),
    ],
  };
};
