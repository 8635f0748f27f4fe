import type { CheckDoc } from "./check-doc.ts";
import { componentYaml, secretLine, valueLine } from "./component-yaml.ts";

const connection = secretLine("connectionString", "postgres", "connection-string");
const postgres = (...lines: string[]): string => componentYaml("statestore", "state.postgresql/v2", lines);
const redis = (...lines: string[]): string =>
  componentYaml("statestore", "state.redis/v1", [valueLine("redisHost", "redis:6379"), ...lines]);

/** Rules across the fields of a state store. */
export const tp08Stores: readonly CheckDoc[] = [
  {
    code: "TP0806",
    severity: "error",
    title: "PostgreSQL: no address",
    pain: "The component stops the sidecar.",
    language: "yaml",
    wrong: postgres(valueLine("maxConns", "10")),
    right: postgres(valueLine("maxConns", "10"), connection),
  },
  {
    code: "TP0807",
    severity: "error",
    title: "PostgreSQL: limits that are not read",
    pain: "A timeout below 1 s stops the sidecar; a pool of 1 is the driver's own number without a word.",
    language: "yaml",
    wrong: postgres(connection, valueLine("timeout", "500ms")),
    right: postgres(connection, valueLine("timeout", "5s")),
  },
  {
    code: "TP0808",
    severity: "error",
    title: "Redis: fail-over without a master",
    pain: "Sentinel cannot tell the master, and the component stops the sidecar.",
    language: "yaml",
    wrong: redis(valueLine("failover", "true")),
    right: redis(valueLine("failover", "true"), valueLine("sentinelMasterName", "mymaster")),
  },
  {
    code: "TP0809",
    severity: "warning",
    title: "Redis: a field that the mode does not read",
    pain: "The data lies in another database than was meant, or there is no fail-over.",
    language: "yaml",
    wrong: redis(valueLine("sentinelMasterName", "mymaster")),
    right: redis(valueLine("sentinelMasterName", "mymaster"), valueLine("failover", "true")),
  },
  {
    code: "TP0812",
    severity: "error",
    title: "An actor store without transactions",
    pain: "Actors and workflows fail at their first call, and not when the component is loaded.",
    language: "yaml",
    wrong: componentYaml("actors", "state.memcached/v1", [
      valueLine("hosts", "memcached:11211"),
      valueLine("actorStateStore", "true"),
    ]),
    right: redis(valueLine("actorStateStore", "true")),
  },
  {
    code: "TP0813",
    severity: "error",
    title: "A key prefix that daprd refuses",
    pain: "The component stops the sidecar.",
    language: "yaml",
    wrong: redis(valueLine("keyPrefix", "todo||")),
    right: redis(valueLine("keyPrefix", "todo")),
  },
  {
    code: "TP0814",
    severity: "error",
    title: "An encryption key that is not read",
    pain: "The name counts letter by letter here: in another spelling the state is stored in clear.",
    language: "yaml",
    wrong: redis(secretLine("PrimaryEncryptionKey", "state", "key")),
    right: redis(secretLine("primaryEncryptionKey", "state", "key")),
  },
  {
    code: "TP0815",
    severity: "error",
    title: "Half an outbox, or one without transactions",
    pain: "Without both fields nothing is published, and nothing is said.",
    language: "yaml",
    wrong: redis(valueLine("outboxPublishPubsub", "events")),
    right: redis(valueLine("outboxPublishPubsub", "events"), valueLine("outboxPublishTopic", "orders")),
  },
  {
    code: "TP0819",
    severity: "error",
    title: "MongoDB: no address, or two",
    pain: "The component stops the sidecar.",
    language: "yaml",
    wrong: componentYaml("statestore", "state.mongodb/v1", [
      valueLine("host", "mongodb:27017"),
      valueLine("server", "todo.mongodb.net"),
    ]),
    right: componentYaml("statestore", "state.mongodb/v1", [valueLine("host", "mongodb:27017")]),
  },
];
