import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
import { secretKey, type SecretKeyReference } from "./dapr/secret-reference.ts";
import type { Duration, Size } from "./units.ts";

/** One Redis server in a StatefulSet, for development: TLS, a password, one volume. */
export interface PlainRedisSpec {
  readonly kind: "plain";
  readonly name: string;
  /** The apps' namespace. */
  readonly namespace: string;
  readonly storage: Size;
  /** Memory for data; a write beyond it is refused, nothing is evicted. */
  readonly memory: Size;
  /** Secret (key `password`) in the apps' namespace; the platform makes it. */
  readonly secret: string;
}

/** A Redis or Valkey server that somebody else runs, such as a managed one. */
export interface ExternalRedisSpec {
  readonly kind: "external";
  /** `host:port`, or the Secret's key that holds it. */
  readonly host: string | SecretKeyReference;
  readonly tls: boolean;
  /** Secret (key `password`) in the apps' namespace, made elsewhere. */
  readonly secret: string;
}

/** The Redis server behind state stores and pub/sub of that type. */
export type RedisSpec = PlainRedisSpec | ExternalRedisSpec;

/** Port of the TLS listener. */
export const redisPort = 6379;

/** Host name of the platform's own server inside the Kubernetes cluster; the certificate names it. */
export const redisHost = ({ name, namespace }: PlainRedisSpec): string => `${name}.${namespace}.svc.cluster.local`;

/** What a component needs to reach a server. */
const connection = (redis: RedisSpec) => ({
  redisHost: redis.kind === "plain" ? `${redisHost(redis)}:${redisPort}` : redis.host,
  enableTLS: redis.kind === "plain" || redis.tls,
});

const login = (redis: RedisSpec) =>
  ({ profile: "password", redisPassword: secretKey(redis.secret, "password") }) as const;

/**
 * The Redis state store, also the actor store.
 * Source: components-contrib state/redis/metadata.yaml.
 *
 * @example redisState({ kind: "external", host: secretKey("redis-secret", "host"), tls: true, secret: "redis-secret" })
 */
export const redisState = (redis: RedisSpec): ComponentSpec =>
  component("state.redis/v1", {
    metadata: { ...connection(redis), redisMaxRetries: 3, redisMaxRetryInterval: "2s", actorStateStore: true },
    authentication: login(redis),
    initTimeout: "60s",
  });

/**
 * Pub/sub on Redis streams: a stream for each topic, a consumer group for each app. What an app has not acknowledged
 * within a minute is delivered again. Redis keeps what was acknowledged, too, and nothing else would ever remove it.
 * Source: components-contrib pubsub/redis/metadata.yaml.
 *
 * @param retention How long an event can wait for an app that does not run; with noeviction, publishing fails when more
 *   comes in that time than the memory holds.
 */
export const redisPubSub = (redis: RedisSpec, retention: Duration = "24h"): ComponentSpec =>
  component("pubsub.redis/v1", {
    metadata: {
      ...connection(redis),
      consumerID: "{appID}",
      redeliverInterval: "60s",
      processingTimeout: "60s",
      streamTTL: retention,
    },
    authentication: login(redis),
    initTimeout: "60s",
  });

/** Whether a component is served by Redis. */
export const isRedis = (spec: ComponentSpec | undefined): boolean => spec?.type.endsWith(".redis") === true;
