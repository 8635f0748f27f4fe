import { createInvoker, createStateStore, DaprClient, signToken } from "@todo-platform/service-kit";
import { migrate, openDatabase } from "@todo-platform/service-kit/database";
import type { Database } from "@todo-platform/service-kit/database";
import { createApp } from "../../../apps/todo-backend/src/app.ts";
import { createConversationStore } from "../../../apps/todo-backend/src/assistant/conversation-store.ts";
import { createLanguageModel } from "../../../apps/todo-backend/src/assistant/language-model.ts";
import { createFollowUps } from "../../../apps/todo-backend/src/events/follow-ups.ts";
import { createNotifyUser } from "../../../apps/todo-backend/src/events/notify-user.ts";
import { createStores } from "../../../apps/todo-backend/src/stores/create-stores.ts";
import type { Stores } from "../../../apps/todo-backend/src/stores/create-stores.ts";
import { migrations } from "../../../apps/todo-backend/src/stores/migrations.ts";
import type { Tables } from "../../../apps/todo-backend/src/stores/tables.ts";
import { watchState } from "../../../apps/todo-backend/src/stores/watched-state.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import type { Invocation } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { startPostgres } from "../../support/postgres.ts";
import { runApp } from "../../support/running-app.ts";

/** Key of every token here. */
export const jwtKey = "a key that is long enough for HS256";

/** A request to the backend; as user ann unless `token` says otherwise. */
export interface Call {
  readonly body?: unknown;
  readonly token?: string | null;
  readonly headers?: Record<string, string>;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The backend over real HTTP, a real PostgreSQL and a sidecar in memory. */
export interface BackendUnderTest {
  readonly url: string;
  readonly database: Database<Tables>;
  readonly stores: Stores;
  readonly sidecar: FakeSidecar;
  readonly log: ReturnType<typeof createMemoryLog>;
  readonly tokens: Record<"ann" | "bob", string>;
  /** Calls of other apps. */
  readonly invoked: Invocation[];
  /** Calls a path such as `/api/tasks`. */
  call(method: string, path: string, call?: Call): Promise<Answer>;
  /** Deletes every row and what the sidecar has seen. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one; its app token is `app-token`. */
export async function startBackend(requestLimit = 3000): Promise<BackendUnderTest> {
  const [postgres, sidecar] = await Promise.all([startPostgres(), FakeSidecar.start()]);
  const database = openDatabase<Tables>(await postgres.createDatabase(), () => undefined);
  await migrate(database.db, migrations);
  const log = createMemoryLog();
  const dapr = new DaprClient({ port: sidecar.port, timeout: 500 });
  const invoker = createInvoker(dapr);
  const state = watchState(createStateStore(dapr, "statestore"));
  const stores = createStores({ db: database.db, state, log, changed: () => undefined, requestLimit });
  const [notifyUser, followUps] = [createNotifyUser(invoker, log), createFollowUps(invoker, log)];
  const app = createApp({
    ...stores,
    log,
    appToken: "app-token",
    jwtKey,
    invoker,
    notifyUser,
    followUps,
    requestLimit,
    conversations: createConversationStore(createStateStore(dapr, "statestore")),
    model: createLanguageModel(dapr, "assistant"),
  });
  const running = await runApp(app);
  const tokens = { ann: await signToken(jwtKey, "ann"), bob: await signToken(jwtKey, "bob") };
  const invoked: Invocation[] = [];
  sidecar.invoked = async (call) => {
    invoked.push(call);
    return new Response("{}");
  };
  return {
    ...{ url: running.url, database, stores, sidecar, log, tokens, invoked },
    async call(method, path, { body, token = tokens.ann, headers = {} } = {}) {
      const all = { "dapr-api-token": "app-token", "content-type": "application/json", ...headers };
      const answer = await fetch(running.url + path, {
        method,
        headers: token === null ? all : { ...all, authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
    },
    async clear() {
      for (const table of ["outbox", "tasks", "accounts"] as const) await database.db.deleteFrom(table).execute();
      for (const list of [sidecar.calls, invoked, log.lines]) list.length = 0;
      sidecar.down.clear();
      sidecar.state.clear();
    },
    async stop() {
      stores.requestCounts.stop();
      await running.stop();
      await database.close();
      await sidecar.stop();
      await postgres.stop();
    },
  };
}
