import { error, warning } from "../../checks/error.ts";
import { at, has, isOn, isType, literal, type Rule } from "./rule.ts";

/**
 * Rules of the Redis family: fail-over needs the name of the master, a cluster has one database.
 * Source: components-contrib common/component/redis/{redis,v8client,v9client}.go.
 */
export const redisRules: Rule = (input) => {
  if (!isType(input, "state.redis", "pubsub.redis", "bindings.redis", "configuration.redis", "lock.redis")) return [];
  const failover = isOn(input, "failover");
  const database = literal(input, "redisDB");
  const cluster = literal(input, "redisType")?.toLowerCase() === "cluster";
  return [
    ...(failover && !has(input, "sentinelMasterName")
      ? [
          error(
            "TP0808",
            at(input, "failover"),
            "true",
            "needs sentinelMasterName, the name of the master that Sentinel watches",
            "Add sentinelMasterName, and the addresses of the Sentinels as redisHost.",
          ),
        ]
      : []),
    ...(!failover && literal(input, "sentinelMasterName") !== undefined
      ? [
          warning(
            "TP0809",
            at(input, "sentinelMasterName"),
            literal(input, "sentinelMasterName"),
            "is read with failover only",
            'Add failover with "true", or remove sentinelMasterName.',
          ),
        ]
      : []),
    ...(cluster && database !== undefined && Number(database) !== 0
      ? [
          warning(
            "TP0809",
            at(input, "redisDB"),
            database,
            'is not read with redisType "cluster": a cluster has database 0 only',
            "Remove redisDB.",
          ),
        ]
      : []),
  ];
};
