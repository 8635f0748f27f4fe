import {
  createEventPublisher,
  createInvoker,
  createSecretStore,
  createStateStore,
  DaprClient,
} from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { openMigrated } from "@todo-platform/service-kit/database";
import { createApp } from "./app.ts";
import { createNotifyUser } from "./events/notify-user.ts";
import { startOutboxRelay } from "./events/outbox-relay.ts";
import type { OutboxRelay } from "./events/outbox-relay.ts";
import { relayBatch } from "./events/relay-batch.ts";
import { migrations } from "./stores/migrations.ts";
import type { Tables } from "./stores/tables.ts";
import { createTaskCache } from "./stores/task-cache.ts";
import { createTaskStore } from "./stores/task-store.ts";
import { withCache } from "./stores/with-cache.ts";

/** Longest a request waits for the cache, in milliseconds: the database answers sooner than a slow store. */
const cacheTimeout = 500;

/** Reads the secrets, brings the database up to date and starts the relay. */
export async function start({ config, log, dapr }: Startup): Promise<RunningService> {
  const secrets = createSecretStore(dapr, config.SECRET_STORE);
  const [connectionString, jwtKey, username, password] = await Promise.all([
    secrets.read("postgres-credentials", "connection-string"),
    secrets.read("jwt-secret", "key"),
    secrets.read("demo-user", "username"),
    secrets.read("demo-user", "password"),
  ]);
  const database = await openMigrated<Tables>(connectionString, migrations, log);
  const publisher = createEventPublisher(dapr, config.PUBSUB_NAME);
  const relay: OutboxRelay = startOutboxRelay(() => relayBatch(database.db, publisher, log), log);
  const impatient = new DaprClient({
    port: config.DAPR_HTTP_PORT,
    token: config.DAPR_API_TOKEN,
    timeout: cacheTimeout,
  });
  const cache = createTaskCache(createStateStore(impatient, config.STATE_STORE), log);
  const tasks = withCache(
    createTaskStore(database.db, () => relay.wake()),
    cache,
  );
  const notifyUser = createNotifyUser(createInvoker(dapr), log);
  const demoUser = { username, password };
  return {
    app: createApp({ log, appToken: config.APP_API_TOKEN, jwtKey, demoUser, tasks, notifyUser }),
    checks: { database: database.check },
    close: async () => {
      await relay.stop();
      await database.close();
    },
  };
}
