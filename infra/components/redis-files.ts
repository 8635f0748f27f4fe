import { checksum } from "../model/checksum.ts";
import { redisPort, type PlainRedisSpec } from "../model/redis.ts";
import { toBytes, type Size } from "../model/units.ts";

/** User of the published Redis image. */
export const redisUser = 999;

const serverConf = (redis: PlainRedisSpec): string => `port 0
tls-port ${redisPort}
tls-cert-file /etc/redis-credentials/tls.crt
tls-key-file /etc/redis-credentials/tls.key
tls-ca-cert-file /etc/redis-credentials/ca.crt
tls-auth-clients no
tls-protocols "TLSv1.2 TLSv1.3"
dir /data
appendonly yes
appendfsync everysec
maxmemory ${toBytes(redis.memory)}
maxmemory-policy noeviction
`;

// The password is added at the start, so that no ConfigMap and no command line holds it.
const start = `set -eu
cp /etc/redis-config/redis.conf /tmp/redis.conf
printf 'requirepass %s\\n' "$(cat /etc/redis-credentials/password)" >> /tmp/redis.conf
exec redis-server /tmp/redis.conf
`;

const ready = `REDISCLI_AUTH="$(cat /etc/redis-credentials/password)"
export REDISCLI_AUTH
[ "$(redis-cli -h localhost -p ${redisPort} --tls --cacert /etc/redis-credentials/ca.crt ping)" = PONG ]
`;

/** The server's files, by name. */
export const redisFiles = (redis: PlainRedisSpec): Record<string, string> => ({
  "redis.conf": serverConf(redis),
  "start.sh": start,
  "ready.sh": ready,
});

/** Changes when the files do, so that the server restarts with them. */
export const redisFilesChecksum = (redis: PlainRedisSpec): string => checksum(JSON.stringify(redisFiles(redis)), 16);

/** What the pod may use: its data, half as much for copies while it rewrites its file, and the server itself. */
export const memoryLimit = (redis: PlainRedisSpec): Size =>
  `${Math.ceil((toBytes(redis.memory) * 1.5) / 1024 ** 2) + 32}Mi`;
