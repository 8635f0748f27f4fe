import { signToken } from "@todo-platform/service-kit";
import { migrate, openDatabase } from "@todo-platform/service-kit/database";
import type { Database } from "@todo-platform/service-kit/database";
import { createApp } from "../../../apps/audit-service/src/app.ts";
import { createAuditStore } from "../../../apps/audit-service/src/stores/audit-store.ts";
import { createDeadLetterStore } from "../../../apps/audit-service/src/stores/dead-letter-store.ts";
import { migrations } from "../../../apps/audit-service/src/stores/migrations.ts";
import type { Tables } from "../../../apps/audit-service/src/stores/tables.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { startPostgres } from "../../support/postgres.ts";
import type { TestPostgres } from "../../support/postgres.ts";
import { runApp } from "../../support/running-app.ts";

const jwtKey = "a key that is long enough for HS256";

/** The audit service over HTTP with a real PostgreSQL; what it replays is kept. */
export interface RunningAudit {
  readonly url: string;
  readonly postgres: TestPostgres;
  readonly database: Database<Tables>;
  readonly lines: readonly string[];
  /** Ids of the events that were replayed; a replay fails while `brokerDown`. */
  readonly replayed: string[];
  brokerDown: boolean;
  /** Posts as the sidecar does. */
  post(route: string, body: unknown, token?: string): Promise<{ status: number; body: unknown }>;
  /** What `user` sees of the trail. */
  trail(user: string, query?: string): Promise<{ status: number; body: { entries: Record<string, unknown>[] } }>;
  stop(): Promise<void>;
}

/** Starts one with a database of its own. */
export async function startAudit(): Promise<RunningAudit> {
  const postgres = await startPostgres();
  const database = openDatabase<Tables>(await postgres.createDatabase(), () => undefined);
  await migrate(database.db, migrations);
  const [audit, deadLetters] = [createAuditStore(database.db), createDeadLetterStore(database.db)];
  const log = createMemoryLog();
  const state = { brokerDown: false, replayed: [] as string[] };
  const replay = async ({ event_id }: { event_id: string }) => {
    if (state.brokerDown) throw new Error("the broker is down");
    state.replayed.push(event_id);
  };
  const app = await runApp(createApp({ log, appToken: "t", jwtKey, audit, deadLetters, replay }));
  return Object.assign(state, {
    url: app.url,
    postgres,
    database,
    lines: log.lines,
    async post(route: string, body: unknown, token = "t") {
      const headers = { "dapr-api-token": token, "content-type": "application/cloudevents+json" };
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const answer = await fetch(app.url + route, { method: "POST", headers, body: text });
      return { status: answer.status, body: await answer.json() };
    },
    async trail(user: string, query = "") {
      const headers = { "dapr-api-token": "t", authorization: `Bearer ${await signToken(jwtKey, user)}` };
      const answer = await fetch(`${app.url}/api/audit${query}`, { headers });
      return { status: answer.status, body: (await answer.json()) as { entries: Record<string, unknown>[] } };
    },
    async stop() {
      await app.stop();
      await database.close();
      await postgres.stop();
    },
  });
}
