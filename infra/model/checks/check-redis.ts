import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { isRedis, redisState, type RedisSpec } from "../redis.ts";
import { differences } from "./component-values.ts";
import { error } from "./error.ts";

const connectionFields = ["redisHost", "enableTLS", "redisPassword"];

const connectionProblems = ({ components }: PlatformSpec, redis: RedisSpec): Problem[] => {
  const expected = redisState(redis);
  return Object.entries(components)
    .filter(([, spec]) => isRedis(spec))
    .flatMap(([name, spec]) =>
      differences(spec, expected, connectionFields).map(({ field, is, should }) =>
        error(
          "TP0426",
          `components.${name}.metadata.${field}`,
          is,
          `is not how Redis is reached: there ${field} is ${should}`,
          "Make the component by redisState(redis) or redisPubSub(redis), or correct redis.",
        ),
      ),
    );
};

/** The Redis server: components speak to it, it is used, and in production it is not one pod. */
export const checkRedis = (platform: PlatformSpec): Problem[] => {
  const { redis, dapr, components } = platform;
  if (redis === undefined) return [];
  const used = Object.values(components).some(isRedis);
  return [
    ...connectionProblems(platform, redis),
    ...(used
      ? []
      : [error("TP0428", "redis", redis.kind, "is used by no component", "Remove it, or use redisState(redis).")]),
    ...(redis.kind === "plain" && dapr.highAvailability
      ? [
          error(
            "TP0427",
            "redis.kind",
            redis.kind,
            "is one pod: while it restarts, nothing has its state",
            'Use kind "external" with a managed server, or set dapr.highAvailability to false for development.',
          ),
        ]
      : []),
    ...(redis.kind === "external" && !redis.tls && dapr.highAvailability
      ? [
          error(
            "TP0422",
            "redis.tls",
            false,
            "sends the password and all state in plain text to a server elsewhere",
            "Use true; plain text is for development.",
          ),
        ]
      : []),
  ];
};
