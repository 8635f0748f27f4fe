import { createEventPublisher, createInvoker, createStateStore, DaprClient } from "@todo-platform/service-kit";
import type { RunningService, Startup } from "@todo-platform/service-kit";
import { openMigrated } from "@todo-platform/service-kit/database";
import { createApp } from "./app.ts";
import { createConversationStore } from "./assistant/conversation-store.ts";
import { createLanguageModel } from "./assistant/language-model.ts";
import { degradations } from "./domain/service-state.ts";
import { createFollowUps } from "./events/follow-ups.ts";
import { createNotifyUser } from "./events/notify-user.ts";
import { startOutboxRelay } from "./events/outbox-relay.ts";
import type { OutboxRelay } from "./events/outbox-relay.ts";
import { offerOutboxMetrics } from "./events/outbox-metrics.ts";
import { relayBatch } from "./events/relay-batch.ts";
import { createStores } from "./stores/create-stores.ts";
import { ensureDemoAccount } from "./stores/demo-account.ts";
import { migrations } from "./stores/migrations.ts";
import { readOutboxState } from "./stores/outbox-state.ts";
import type { Tables } from "./stores/tables.ts";
import { watchState } from "./stores/watched-state.ts";

/** Requests that one user may send in a minute. */
const requestLimit = 3000;
/** Longest a request waits for the state store, in milliseconds: the database answers sooner than a slow store. */
const stateTimeout = 500;
/** Longest a language model may take, in milliseconds. */
const modelTimeout = 25_000;

/** Reads the secrets, brings the database up to date and starts the relay. */
export async function start({ config, log, dapr, secrets }: Startup): Promise<RunningService> {
  const [connectionString, jwtKey, demoUser] = await Promise.all([
    secrets.read("postgres-credentials", "connection-string"),
    secrets.read("jwt-secret", "key"),
    secrets.readIfThere("demo-user", ["username", "password"]),
  ]);
  const database = await openMigrated<Tables>(connectionString, migrations, log);
  const publisher = createEventPublisher(dapr, config.PUBSUB_NAME);
  const relay: OutboxRelay = startOutboxRelay(() => relayBatch(database.db, publisher, log), log);
  const sidecar = { port: config.DAPR_HTTP_PORT, token: config.DAPR_API_TOKEN };
  const impatient = new DaprClient({ ...sidecar, timeout: stateTimeout });
  const state = watchState(createStateStore(impatient, config.STATE_STORE));
  const stores = createStores({ db: database.db, state, log, changed: () => relay.wake(), requestLimit });
  const noDemoUser = (error: unknown): void => log.error("the demo user cannot sign in", error);
  if (demoUser) await ensureDemoAccount(stores.accounts, demoUser).catch(noDemoUser);
  const common = { appToken: config.APP_API_TOKEN, requestLimit };
  const invoker = createInvoker(dapr);
  const [notifyUser, followUps] = [createNotifyUser(invoker, log), createFollowUps(invoker, log)];
  const conversations = createConversationStore(createStateStore(dapr, config.STATE_STORE));
  const model = createLanguageModel(new DaprClient({ ...sidecar, timeout: modelTimeout }), "assistant");
  offerOutboxMetrics(() => readOutboxState(database.db));
  return {
    app: createApp({ ...stores, ...common, log, jwtKey, invoker, notifyUser, followUps, conversations, model }),
    checks: { database: database.check },
    degradations: degradations(stores.status),
    close: async () => {
      stores.requestCounts.stop();
      await relay.stop();
      await database.close();
    },
  };
}
