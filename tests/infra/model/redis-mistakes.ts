import { redisFor } from "../../../infra/model/profiles/base.ts";
import { redisPubSub, redisState, type RedisSpec } from "../../../infra/model/redis.ts";
import { targets } from "../../../infra/model/targets.ts";

const secret = "redis-secret";
const plain = redisFor(targets.local, "todo-app", secret);
const managed = redisFor(targets.doks, "todo-app", secret);

/** State in Redis instead of PostgreSQL. */
const useRedis = (platform: any, redis: RedisSpec): void => {
  platform.redis = JSON.parse(JSON.stringify(redis));
  platform.components.statestore = redisState(redis);
  platform.database.owners = platform.database.owners.filter((owner: any) => owner.database !== "statedb");
  if (redis.kind === "external") platform.existingSecrets = [secret];
};

const withRedis =
  (redis: RedisSpec, change: (platform: any) => void = () => undefined) =>
  (platform: any) => {
    useRedis(platform, redis);
    change(platform);
  };

/** Platforms with Redis, as they should be. */
export const soundRedis: [title: string, change: (platform: any) => void][] = [
  ["Redis in a pod of its own", withRedis(plain)],
  ["a managed Redis that is named by its Secret", withRedis(managed)],
  [
    "a managed Redis in plain text, for development",
    withRedis({ ...managed, host: "redis:6379", tls: false } as RedisSpec),
  ],
  [
    "pub/sub on Redis instead of Kafka",
    withRedis(plain, (p) => {
      delete p.kafka;
      delete p.components["kafka-pubsub"];
      p.components["redis-pubsub"] = redisPubSub(plain);
      p.pubsub = "redis-pubsub";
    }),
  ],
];

const metadata = (platform: any, field: string) =>
  platform.components.statestore.metadata.find((item: any) => item.name === field);

/** Mistakes in the Redis server. */
export const redisMistakes: [
  title: string,
  change: (platform: any) => void,
  problems: [code: string, path: string][],
][] = [
  [
    "a component that speaks to another Redis",
    withRedis(plain, (p) => (metadata(p, "redisHost").value = "redis-2.todo-app.svc.cluster.local:6379")),
    [["TP0426", "components.statestore.metadata.redisHost"]],
  ],
  [
    "a component that speaks to Redis in plain text",
    withRedis(plain, (p) => (metadata(p, "enableTLS").value = "false")),
    [["TP0426", "components.statestore.metadata.enableTLS"]],
  ],
  [
    "one pod of Redis in production",
    withRedis(plain, (p) => {
      p.dapr.highAvailability = true;
      p.kafka.replicationFactor = 1;
      p.suppressions = [{ code: "TP0416", path: "kafka.replicationFactor", reason: "not what is tried here" }];
    }),
    [
      ["TP0453", "database.kind"],
      ["TP0427", "redis.kind"],
    ],
  ],
  ["Redis that no component uses", (p) => (p.redis = JSON.parse(JSON.stringify(plain))), [["TP0428", "redis"]]],
  [
    "a managed Redis whose Secret nobody makes",
    withRedis(managed, (p) => delete p.existingSecrets),
    [
      ["TP0403", "components.statestore.metadata[0].secretKeyRef.name"],
      ["TP0403", "components.statestore.metadata[1].secretKeyRef.name"],
    ],
  ],
  [
    "a key that the Secret of Redis has not",
    withRedis(plain, (p) => (p.topology.secrets["redis-secret"] = { keys: ["passwort"], apps: ["todo-backend"] })),
    [["TP0417", "topology.secrets.redis-secret.keys[0]"]],
  ],
];
