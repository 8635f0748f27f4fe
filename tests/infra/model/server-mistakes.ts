import { etcdState, type EtcdSpec } from "../../../infra/model/etcd.ts";
import { inMemoryState } from "../../../infra/model/in-memory-state.ts";
import { mongodbState, type MongodbSpec } from "../../../infra/model/mongodb.ts";
import { etcdFor, rabbitmqFor, vaultFor } from "../../../infra/model/profiles/base.ts";
import { rabbitmqPubSub, type RabbitmqSpec } from "../../../infra/model/rabbitmq.ts";
import { targets } from "../../../infra/model/targets.ts";
import { vaultSecrets, type VaultSpec } from "../../../infra/model/vault.ts";

type Change = (platform: any) => void;
const nothing: Change = () => undefined;
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const appSecrets = ["postgres-credentials", "audit-postgres-credentials", "jwt-secret", "demo-user"];
const etcd = etcdFor(targets.local, "todo-app", "etcd-credentials");
const managedEtcd = etcdFor(targets.doks, "todo-app", "etcd-credentials");
const rabbitmq = rabbitmqFor(targets.local, "todo-app", "rabbitmq-credentials");
const managedRabbitmq = rabbitmqFor(targets.doks, "todo-app", "rabbitmq-credentials");
const vault = vaultFor(targets.local, "todo-app", "vault-credentials", appSecrets);
const managedVault = vaultFor(targets.doks, "todo-app", "vault-credentials", appSecrets);
const mongodb: MongodbSpec = { kind: "external", secret: "mongodb-credentials", database: "todo" };

const withoutStateDatabase: Change = (p) => {
  p.database.owners = p.database.owners.filter((owner: any) => owner.database !== "statedb");
};
const known = (p: any, server: { kind: string; secret: string }): void => {
  if (server.kind === "external") p.existingSecrets = [...(p.existingSecrets ?? []), server.secret];
};

const withEtcd =
  (server: EtcdSpec, change = nothing): Change =>
  (p) => {
    withoutStateDatabase(p);
    p.etcd = copy(server);
    p.components.statestore = copy(etcdState(server));
    // Told of each etcd, and tried for itself below.
    p.suppressions = [{ code: "TP0442", path: "components.statestore", reason: "not what is tried here" }];
    known(p, server);
    change(p);
  };

const withRabbitmq =
  (server: RabbitmqSpec, change = nothing): Change =>
  (p) => {
    delete p.kafka;
    delete p.components["kafka-pubsub"];
    p.rabbitmq = copy(server);
    p.components["rabbitmq-pubsub"] = copy(rabbitmqPubSub(server));
    p.pubsub = "rabbitmq-pubsub";
    known(p, server);
    change(p);
  };

const withVault =
  (server: VaultSpec, change = nothing): Change =>
  (p) => {
    delete p.components["kubernetes-secrets"];
    p.vault = copy(server);
    p.components["vault-secrets"] = copy(vaultSecrets(server));
    p.secretStore = "vault-secrets";
    known(p, server);
    change(p);
  };

const withMongodb =
  (change = nothing): Change =>
  (p) => {
    withoutStateDatabase(p);
    p.mongodb = copy(mongodb);
    p.components.statestore = copy(mongodbState(mongodb));
    known(p, mongodb);
    change(p);
  };

const inProduction: Change = (p) => {
  p.dapr.highAvailability = true;
  if (p.kafka === undefined) return;
  const accepted = { code: "TP0416", path: "kafka.replicationFactor", reason: "not what is tried here" };
  p.suppressions = [...(p.suppressions ?? []), accepted];
};
const write = (name: string, field: string, value: string): Change => {
  return (p) => {
    const { metadata } = p.components[name];
    const item = metadata.find((candidate: any) => candidate.name === field);
    if (item === undefined) metadata.push({ name: field, value });
    else item.value = value;
  };
};
const inMemory: Change = (p) => {
  withoutStateDatabase(p);
  p.components.statestore = inMemoryState();
};

/** Platforms with these servers, as they should be. */
export const soundServers: [title: string, change: Change][] = [
  ["etcd in a pod of its own", withEtcd(etcd)],
  ["etcd that is run elsewhere", withEtcd(managedEtcd)],
  [
    "etcd elsewhere in plain text, for development",
    withEtcd({ kind: "external", endpoints: ["a:2379", "b:2379"], tls: false, secret: "etcd-credentials" }),
  ],
  ["RabbitMQ in a pod of its own", withRabbitmq(rabbitmq)],
  ["RabbitMQ that is run elsewhere", withRabbitmq(managedRabbitmq)],
  ["Vault in a pod of its own", withVault(vault)],
  ["Vault that is run elsewhere", withVault(managedVault)],
  ["MongoDB that is run elsewhere", withMongodb()],
  [
    "state in memory, each app once",
    (p) => {
      inMemory(p);
      p.services["todo-backend"].replicas = 1;
    },
  ],
];

/** Mistakes in these servers. */
export const serverMistakes: [title: string, change: Change, problems: [code: string, path: string][]][] = [
  [
    "a component that speaks to another etcd",
    withEtcd(etcd, write("statestore", "endpoints", "etcd-2:2379")),
    [["TP0433", "components.statestore.metadata.endpoints"]],
  ],
  [
    "a component that shows etcd no certificate",
    withEtcd(etcd, (p) => {
      const drop = ["tlsEnable", "ca", "cert", "key"];
      p.components.statestore.metadata = p.components.statestore.metadata.filter((i: any) => !drop.includes(i.name));
    }),
    [
      ["TP0433", "components.statestore.metadata.tlsEnable"],
      ["TP0433", "components.statestore.metadata.ca"],
      ["TP0433", "components.statestore.metadata.cert"],
      ["TP0433", "components.statestore.metadata.key"],
    ],
  ],
  ["one pod of etcd in production", withEtcd(etcd, inProduction), [["TP0437", "etcd.kind"]]],
  [
    "etcd elsewhere in plain text in production",
    withEtcd({ kind: "external", endpoints: ["a:2379"], tls: false, secret: "etcd-credentials" }, inProduction),
    [["TP0422", "etcd.tls"]],
  ],
  ["etcd that no component uses", (p) => (p.etcd = copy(etcd)), [["TP0438", "etcd"]]],
  ["first writes in etcd", withEtcd(etcd, (p) => delete p.suppressions), [["TP0442", "components.statestore"]]],
  [
    "a component that speaks to RabbitMQ in plain text",
    withRabbitmq(rabbitmq, write("rabbitmq-pubsub", "protocol", "amqp")),
    [["TP0434", "components.rabbitmq-pubsub.metadata.protocol"]],
  ],
  ["one pod of RabbitMQ in production", withRabbitmq(rabbitmq, inProduction), [["TP0437", "rabbitmq.kind"]]],
  [
    "RabbitMQ elsewhere in plain text in production",
    withRabbitmq({ kind: "external", host: "rabbit:5672", tls: false, secret: "rabbitmq-credentials" }, inProduction),
    [["TP0422", "rabbitmq.tls"]],
  ],
  [
    "RabbitMQ with queues that end with their sidecar",
    withRabbitmq(rabbitmq, write("rabbitmq-pubsub", "deletedWhenUnused", "true")),
    [["TP0441", "components.rabbitmq-pubsub.metadata.deletedWhenUnused"]],
  ],
  [
    "RabbitMQ with Dapr's own defaults",
    withRabbitmq(managedRabbitmq, (p) => {
      const login = ["hostname", "protocol", "username", "password"];
      const spec = p.components["rabbitmq-pubsub"];
      spec.metadata = spec.metadata.filter((item: any) => login.includes(item.name));
    }),
    ["deletedWhenUnused", "deliveryMode", "requeueInFailure", "publisherConfirm"].map((field) => [
      "TP0441",
      `components.rabbitmq-pubsub.metadata.${field}`,
    ]),
  ],
  [
    "a component that reads another folder of Vault",
    withVault(vault, write("vault-secrets", "vaultKVPrefix", "todo")),
    [["TP0435", "components.vault-secrets.metadata.vaultKVPrefix"]],
  ],
  [
    "a component that does not look at Vault's certificate",
    withVault(vault, write("vault-secrets", "skipVerify", "true")),
    [["TP0435", "components.vault-secrets.metadata.skipVerify"]],
  ],
  ["one pod of Vault in production", withVault(vault, inProduction), [["TP0437", "vault.kind"]]],
  [
    "a Vault elsewhere that lacks a secret",
    withVault(managedVault, (p) => p.vault.secrets.splice(2, 1, "jwt-secrets")),
    [
      ["TP0443", "vault.secrets"],
      ["TP0443", "vault.secrets[2]"],
    ],
  ],
  [
    "a Vault elsewhere whose token nobody makes",
    withVault(managedVault, (p) => delete p.existingSecrets),
    [
      ["TP0403", "components.vault-secrets.metadata[0].secretKeyRef.name"],
      ["TP0403", "components.vault-secrets.metadata[1].secretKeyRef.name"],
    ],
  ],
  [
    "a component that writes to another database of MongoDB",
    withMongodb(write("statestore", "databaseName", "daprStore")),
    [["TP0436", "components.statestore.metadata.databaseName"]],
  ],
  ["several replicas with state in memory", inMemory, [["TP0439", "services.todo-backend.replicas"]]],
  [
    "state in memory in production",
    (p) => {
      inMemory(p);
      p.services["todo-backend"].replicas = 1;
      inProduction(p);
    },
    [["TP0440", "components.statestore"]],
  ],
];
