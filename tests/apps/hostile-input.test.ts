import { signToken } from "@todo-platform/service-kit";
import { migrate, openDatabase } from "@todo-platform/service-kit/database";
import type { Database } from "@todo-platform/service-kit/database";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp as createAudit } from "../../apps/audit-service/src/app.ts";
import { createAuditStore } from "../../apps/audit-service/src/stores/audit-store.ts";
import { createDeadLetterStore } from "../../apps/audit-service/src/stores/dead-letter-store.ts";
import { migrations as auditMigrations } from "../../apps/audit-service/src/stores/migrations.ts";
import type { Tables as AuditTables } from "../../apps/audit-service/src/stores/tables.ts";
import { createApp as createBackend } from "../../apps/todo-backend/src/app.ts";
import { migrations } from "../../apps/todo-backend/src/stores/migrations.ts";
import type { Tables } from "../../apps/todo-backend/src/stores/tables.ts";
import { createTaskStore } from "../../apps/todo-backend/src/stores/task-store.ts";
import { createMemoryLog } from "../support/memory-log.ts";
import { startPostgres } from "../support/postgres.ts";
import type { TestPostgres } from "../support/postgres.ts";
import { runApp } from "../support/running-app.ts";
import type { RunningApp } from "../support/running-app.ts";
import { asCloudEvent, sampleCreated } from "../support/sample-events.ts";

const jwtKey = "a key that is long enough for HS256";
const log = createMemoryLog();
let postgres: TestPostgres;
let database: Database<Tables>;
let auditDatabase: Database<AuditTables>;
let backend: RunningApp;
let audit: RunningApp;
let authorization: string;
let taskId: string;

beforeAll(async () => {
  postgres = await startPostgres();
  database = openDatabase(await postgres.createDatabase(), () => undefined);
  auditDatabase = openDatabase(await postgres.createDatabase(), () => undefined);
  await Promise.all([migrate(database.db, migrations), migrate(auditDatabase.db, auditMigrations)]);
  const common = { log, appToken: undefined, jwtKey };
  const tasks = createTaskStore(database.db, () => undefined);
  const demoUser = { username: "ann", password: "p" };
  backend = await runApp(createBackend({ ...common, demoUser, tasks, notifyUser: () => undefined }));
  const stores = { audit: createAuditStore(auditDatabase.db), deadLetters: createDeadLetterStore(auditDatabase.db) };
  audit = await runApp(createAudit({ ...common, ...stores }));
  authorization = `Bearer ${await signToken(jwtKey, "ann")}`;
  taskId = (await tasks.create("ann", { title: "x", description: "", due_at: null, priority: "low" })).id;
});

afterAll(async () => {
  await Promise.all([backend.stop(), audit.stop()]);
  await Promise.all([database.close(), auditDatabase.close()]);
  await postgres.stop();
});

/** Any JSON, and objects that are nearly right. */
const nearlyTask = fc.record(
  {
    title: fc.oneof(fc.string({ unit: "binary", maxLength: 250 }), fc.jsonValue()),
    description: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
    due_at: fc.oneof(
      fc.constantFrom("0000-01-01T00:00:00Z", "9999-12-31T23:59:59+23:59", "2030-02-30T00:00:00Z"),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.jsonValue(),
    ),
    priority: fc.oneof(fc.constantFrom("low", "high", "__proto__"), fc.jsonValue()),
    completed: fc.oneof(fc.boolean(), fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  nearlyTask.map((value) => JSON.stringify(value)),
  fc.json(),
  fc.string({ unit: "binary" }),
);

const shows = (text: string): boolean => /node_modules|\.ts:\d|    at /.test(text);

async function expectNoFault(answer: Response): Promise<void> {
  const text = await answer.text();
  expect({ fault: answer.status >= 500, trace: shows(text), text }).toEqual({ fault: false, trace: false, text });
}

test("whatever is sent to the backend, it answers no 5xx and no stack trace", async () => {
  const path = fc.oneof(
    fc.constantFrom("/api/tasks", "/api/sessions", `/api/tasks/${"x"}`, "/api/tasks/%00", "/api/tasks/%E0%A4%A"),
    fc.webPath(),
    fc.constant("own"),
  );
  const header = fc.constantFrom('"1"', "*", 'W/"1"', '"', "1,2");
  const property = fc.asyncProperty(
    path,
    fc.constantFrom("GET", "POST", "PATCH", "DELETE", "PUT"),
    body,
    header,
    async (to, method, text, ifMatch) => {
      // The own task stays, so that changes of it are tried until the end.
      if (to === "own" && method === "DELETE") return;
      const url = backend.url + (to === "own" ? `/api/tasks/${taskId}` : to);
      const headers = { authorization, "content-type": "application/json", "if-match": to === "own" ? "*" : ifMatch };
      await expectNoFault(await fetch(url, { method, headers, ...(method === "GET" ? {} : { body: text }) }));
    },
  );
  await fc.assert(property, { numRuns: 400 });
}, 60_000);

test("whatever is delivered as an event, it is acknowledged or dropped, never an error", async () => {
  const event = asCloudEvent(sampleCreated());
  const nearlyEvent = fc
    .record(
      { id: fc.jsonValue(), type: fc.jsonValue(), source: fc.jsonValue(), data: fc.jsonValue() },
      { requiredKeys: [] },
    )
    .map((change) => JSON.stringify({ ...event, ...change }));
  const route = fc.constantFrom("/task-events", "/audit-logs", "/dead-letters");
  const property = fc.asyncProperty(route, fc.oneof(nearlyEvent, body), async (to, text) => {
    const headers = { "content-type": "application/cloudevents+json" };
    const answer = await fetch(audit.url + to, { method: "POST", headers, body: text });
    const { status } = (await answer.json()) as { status: string };
    expect([answer.status, ["SUCCESS", "DROP"].includes(status)]).toEqual([200, true]);
  });
  await fc.assert(property, { numRuns: 400 });
}, 60_000);

test("whatever the audit trail is asked, it answers no 5xx and no stack trace", async () => {
  const property = fc.asyncProperty(fc.webQueryParameters(), async (query) => {
    await expectNoFault(await fetch(`${audit.url}/api/audit?${query}`, { headers: { authorization } }));
  });
  await fc.assert(property, { numRuns: 200 });
}, 60_000);

test.each(["%00", "a%00b"])("the filter task_id=%s is answered without a fault", async (value) => {
  await expectNoFault(await fetch(`${audit.url}/api/audit?task_id=${value}`, { headers: { authorization } }));
});
