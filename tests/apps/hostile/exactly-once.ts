import { setTimeout as delay } from "node:timers/promises";
import type { EventSummary, Notification, Task } from "@todo-platform/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appToken, startOwnAppPlatform } from "../../support/app-platform.ts";
import type { AppPlatform } from "../../support/app-platform.ts";
import type { PublishedEvent } from "../../support/fake-sidecar.ts";
import { randomOf, startFaults } from "./faults.ts";
import type { Faults } from "./faults.ts";
import { startRedeliveringBroker } from "./redelivering-broker.ts";
import type { Broker } from "./redelivering-broker.ts";
import { sendRaw } from "./send-raw.ts";
import { addAccounts, checkReminders, withDatabase, work } from "./workload.ts";
import type { Accepted } from "./workload.ts";

/** How much is done. Each user keeps 100 notifications, so it takes a user for every 50 tasks. */
export interface Amount {
  readonly tasks: number;
  readonly users: number;
}

type TaskRow = Pick<Task, "id" | "version" | "completed" | "remind_at">;
const kinds: readonly (keyof EventSummary)[] = ["created", "updated", "deleted", "completed"];

let platform: AppPlatform;
let broker: Broker;
let faults: Faults | undefined;
let accepted: Accepted;
let users: string[];

const published = (topic: string): PublishedEvent[] =>
  [...broker.events.values()].filter((event) => event.topic === topic);
const payloadOf = (event: PublishedEvent): Record<string, string> =>
  event.cloudEvent.data["payload"] as Record<string, string>;
const byUser = (events: readonly PublishedEvent[]) => Map.groupBy(events, (event) => payloadOf(event)["user_id"]);
const stateOf = (key: string): unknown => platform.sidecar.state.get(key)?.value;

async function rows<Row extends object>(secret: string, query: string): Promise<Row[]> {
  const connectionString = platform.sidecar.secrets[secret]?.["connection-string"] ?? "";
  return withDatabase(connectionString, async (client) => (await client.query<Row>(query)).rows);
}

const outboxSize = async (): Promise<number> => (await rows("postgres-credentials", "select 1 from outbox")).length;

/** The cron, as long as there is work and once more. */
async function remind(isOver: () => boolean): Promise<void> {
  for (;;) {
    const last = isOver();
    const result = await checkReminders(platform);
    if (last && result?.sent === 0 && result.failed === 0) return;
    await delay(500);
  }
}

async function settle(): Promise<void> {
  while ((await outboxSize()) > 0) await delay(100);
  // What an app has handed over last is taken in.
  await delay(200);
  await broker.drained();
}

/** Everything at once: users, faults, redeliveries. */
async function run({ tasks, users: count }: Amount, seed: number): Promise<void> {
  const random = randomOf(seed);
  platform = await startOwnAppPlatform();
  users = Array.from({ length: count }, (_, number) => `user-${number}`);
  await addAccounts(platform.sidecar.secrets["postgres-credentials"]?.["connection-string"] ?? "", users);
  broker = startRedeliveringBroker(platform, random);
  faults = startFaults(platform, random);
  let over = false;
  const reminding = remind(() => over);
  accepted = await work(platform, { count: tasks, users, random });
  await faults.end();
  over = true;
  await reminding;
  await settle();
  const restarts = Object.fromEntries(faults.restarts);
  const { outages, refusals } = faults;
  console.info({
    seed,
    events: broker.events.size,
    ...broker.counts,
    refused: accepted.refused,
    outages,
    refusals,
    restarts,
  });
}

function auditTests(): void {
  test("the audit trail holds each event exactly once, and its chain is whole", async () => {
    const found = await rows<{ event_id: string }>("audit-postgres-credentials", "select event_id from audit_trail");
    expect(found.map(({ event_id }) => event_id).sort()).toEqual([...broker.events.keys()].sort());
    const raw = { method: "POST", path: "/api/jobs/daily-cleanup", headers: { "dapr-api-token": appToken } };
    const { text } = await sendRaw(platform.apps.get("audit-service")?.url ?? "", raw);
    expect(JSON.parse(text)).toEqual({ dead_letters: 0, audit_trail: "whole" });
  });

  test("no event was dropped, and the outbox is empty", async () => {
    expect([broker.counts.dropped, await outboxSize()]).toEqual([0, 0]);
  });
}

function taskTests(): void {
  test("each task that was accepted has its created event, once", () => {
    const created = published("task-events").filter(({ cloudEvent }) => cloudEvent.type === "task.created");
    const ids = created.map((event) => payloadOf(event)["task_id"]);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...accepted.created].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("each task has as many events as versions, and each deleted one its last", async () => {
    const events = Map.groupBy(published("task-events"), (event) => payloadOf(event)["task_id"]);
    const found = await rows<TaskRow>("postgres-credentials", "select id, version from tasks");
    const wrong = found.filter(({ id, version }) => events.get(id)?.length !== version);
    expect(wrong).toEqual([]);
    const present = new Set(found.map(({ id }) => id));
    const gone = [...events].filter(([id]) => !present.has(id ?? ""));
    const deleted = gone.filter(([, list]) => list.some(({ cloudEvent }) => cloudEvent.type === "task.deleted"));
    expect(gone.length).toBe(deleted.length);
    expect([...accepted.deleted].filter((id) => present.has(id))).toEqual([]);
  });
}

function userTests(): void {
  test("the summary of each user counts each event once", () => {
    const truth = byUser(published("task-events"));
    for (const user of users) {
      const counted = kinds.map((kind) => {
        return [kind, truth.get(user)?.filter(({ cloudEvent }) => cloudEvent.type === `task.${kind}`).length] as const;
      });
      expect({ user, ...(stateOf(`user-${user}-event-summary`) as object) }).toMatchObject({
        user,
        counts: Object.fromEntries(counted),
      });
    }
  });

  test("each user's list holds each notification once", () => {
    const truth = byUser([...published("task-events"), ...published("reminders")]);
    for (const user of users) {
      const shown = stateOf(`user-${user}-notifications`) as Notification[];
      const expected = truth.get(user)?.map(({ cloudEvent }) => cloudEvent.id) ?? [];
      expect(expected.length).toBeLessThanOrEqual(100);
      expect(shown.map(({ id }) => id).sort()).toEqual(expected.sort());
    }
  });

  test("each open task's reminder was sent, and came by mail or push at least once under its key", async () => {
    const due = "select id from tasks where remind_at is not null and not completed";
    const reminders = published("reminders");
    const reminded = new Set(reminders.map((event) => payloadOf(event)["task_id"]));
    const open = await rows<TaskRow>("postgres-credentials", due);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter(({ id }) => !reminded.has(id))).toEqual([]);
    const { bindings } = platform.sidecar;
    const pushed = new Set(bindings.map(({ metadata }) => metadata["Idempotency-Key"]));
    const mails = bindings.filter(({ name }) => name === "mail");
    const keys = new Set(mails.map(({ data }) => /message ([0-9a-f-]{36})</.exec(String(data))?.[1]));
    const wrong = reminders.filter((event) => {
      const { id } = event.cloudEvent;
      return !(payloadOf(event)["notification_method"] === "email" ? keys : pushed).has(id);
    });
    expect(wrong).toEqual([]);
    const receivers = new Map(
      mails.map(({ data, metadata }) => [/message ([0-9a-f-]{36})</.exec(String(data))?.[1], metadata["emailTo"]]),
    );
    for (const event of reminders.filter((each) => payloadOf(each)["notification_method"] === "email")) {
      expect(receivers.get(event.cloudEvent.id)).toBe(`${payloadOf(event)["user_id"]}@example.org`);
    }
  });
}

/** The tests, after `amount` of work under faults. */
export function exactlyOnceTests(amount: Amount, seed = Date.now() % 1_000_000): void {
  beforeAll(() => run(amount, seed), 1_200_000);
  afterAll(async () => {
    broker.stop();
    // A process that is being started again would outlive the platform.
    await faults?.end();
    await platform.stop();
  });
  auditTests();
  taskTests();
  userTests();
}
