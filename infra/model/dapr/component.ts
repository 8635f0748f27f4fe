import { kafkaBootstrap, toKafkaUsers } from "../kafka.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { toBytes } from "../units.ts";

/** One metadata item of a component: a value, a key of a Secret, or an environment variable of the sidecar. */
export type ComponentMetadata =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly secretKeyRef: { readonly name: string; readonly key: string } }
  | { readonly name: string; readonly envRef: string };

/** A Dapr Component (dapr.io/v1alpha1) as plain data. */
export interface DaprComponent {
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly metadata: readonly ComponentMetadata[];
  readonly scopes: readonly string[];
}

/** Secret with the CA that signed the certificates of Kafka and PostgreSQL. */
export const platformCaSecret = "platform-ca";

/** Variable of the sidecar that carries its Kafka password; each app has its own, so it cannot be a shared secretKeyRef. */
export const kafkaPasswordVariable = "KAFKA_PASSWORD";

const values = (items: Readonly<Record<string, string>>): ComponentMetadata[] =>
  Object.entries(items).map(([name, value]) => ({ name, value }));

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

const topicScopes = (apps: readonly string[], topicsOf: (app: string) => readonly string[] | undefined): string =>
  apps.map((app) => `${app}=${(topicsOf(app) ?? []).join(",")}`).join(";");

/**
 * The Kafka pub/sub component. `{appID}` is replaced by daprd, so one component serves every app with a user and a
 * consumer group of its own.
 * Source: components-contrib pubsub/kafka/metadata.yaml; dapr pkg/runtime/meta for the templates.
 */
export const toPubSubComponent = (platform: PlatformSpec): DaprComponent => {
  const { kafka, topology } = platform;
  // The same rights as the apps' Kafka users have.
  const users = new Map(toKafkaUsers(topology).map((user) => [user.name, user]));
  const scopes = sorted([...users.keys(), topology.deadLetters.app]);
  return {
    name: kafka.pubsub,
    type: "pubsub.kafka",
    version: "v1",
    metadata: [
      ...values({
        brokers: kafkaBootstrap(kafka),
        consumerGroup: "{appID}",
        clientID: "{appID}",
        authType: "password",
        saslMechanism: "SHA-512",
        saslUsername: "{appID}",
        initialOffset: "oldest",
        maxMessageBytes: String(toBytes(kafka.maxMessageSize)),
        consumeRetryInterval: kafka.consumeRetryInterval,
        publishingScopes: topicScopes(scopes, (app) => users.get(app)?.writes),
        subscriptionScopes: topicScopes(scopes, (app) => users.get(app)?.reads),
        initTimeout: "60s",
      }),
      { name: "saslPassword", envRef: kafkaPasswordVariable },
      { name: "caCert", secretKeyRef: { name: platformCaSecret, key: "ca.crt" } },
    ],
    scopes,
  };
};

/**
 * The PostgreSQL state store, also the actor store.
 * Source: components-contrib state/postgresql/v2/metadata.yaml.
 */
export const toStateStoreComponent = (platform: PlatformSpec): DaprComponent => {
  const { stateStore } = platform.database;
  return {
    name: stateStore.name,
    type: "state.postgresql",
    version: "v2",
    metadata: [
      { name: "connectionString", secretKeyRef: { name: stateStore.secret, key: "connection-string" } },
      ...values({
        actorStateStore: "true",
        maxConns: String(stateStore.maxConns),
        cleanupInterval: "1h",
        initTimeout: "60s",
      }),
    ],
    scopes: sorted(platform.topology.stateStores[stateStore.name]?.apps ?? []),
  };
};

/** The Kubernetes secret store, for the apps that read a secret. */
export const toSecretStoreComponent = (platform: PlatformSpec): DaprComponent => ({
  name: platform.secretStore,
  type: "secretstores.kubernetes",
  version: "v1",
  metadata: values({ defaultNamespace: platform.namespace }),
  scopes: sorted(Object.values(platform.topology.secrets).flatMap((secret) => secret.apps)),
});

/** Every component of a platform. */
export const toComponents = (platform: PlatformSpec): DaprComponent[] => [
  toPubSubComponent(platform),
  toStateStoreComponent(platform),
  toSecretStoreComponent(platform),
];
