import { createServiceApp, currentContext, mountEvents, requireAppToken } from "@todo-platform/service-kit";
import type { Deduplicator } from "@todo-platform/service-kit";
import type { Envelope } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { asCloudEvent, sampleCreated } from "../../support/sample-events.ts";

const log = createMemoryLog();
const [handled, contexts, batches]: [string[], unknown[], string[][]] = [[], [], []];
const marked = new Set<string>();
/** Events whose handler throws. */
const poison = new Set<string>();
let memoryDown: "seen" | "mark" | undefined;
const running = new Map<"single" | "batch", RunningApp>();

const deduplicator: Deduplicator = {
  seen: async (ids) => {
    if (memoryDown === "seen") throw new Error("no memory");
    return new Set(ids.filter((id) => marked.has(id)));
  },
  mark: async (ids) => {
    if (memoryDown === "mark") throw new Error("no memory");
    ids.forEach((id) => marked.add(id));
  },
};

const handler = async ({ event_id }: Envelope): Promise<void> => {
  contexts.push(currentContext());
  if (poison.has(event_id)) throw new Error("poison");
  handled.push(event_id);
};

const batch = async (events: readonly Envelope[]): Promise<void> => {
  const ids = events.map(({ event_id }) => event_id);
  batches.push(ids);
  if (ids.some((id) => poison.has(id))) throw new Error("poison");
};

beforeAll(async () => {
  const each = { "task.created": handler, "task.updated": handler, "task.deleted": handler, "task.completed": handler };
  const common = { appId: "notification-service", guard: requireAppToken("token"), log, deduplicator } as const;
  const handlers = { "task-events": each, reminders: { "reminder.due": handler } };
  const options = {
    single: { ...common, handlers },
    batch: { ...common, handlers, batches: { "task-events": batch } },
  };
  for (const kind of ["single", "batch"] as const) {
    const mount = (app: ReturnType<typeof createServiceApp>) => mountEvents({ app, ...options[kind] });
    running.set(kind, await runApp(createServiceApp({ log, mount })));
  }
});

afterAll(async () => {
  for (const app of running.values()) await app.stop();
});

beforeEach(() => {
  log.lines.length = handled.length = contexts.length = batches.length = 0;
  marked.clear();
  poison.clear();
  memoryDown = undefined;
});

/** Delivers as daprd does: entries carry their place as id. */
async function deliver(events: readonly unknown[], kind: "single" | "batch" = "single", given: object = {}) {
  const entries = events.map((event, index) => ({
    entryId: String(index),
    event,
    metadata: {},
    contentType: "application/cloudevents+json",
  }));
  const envelope = { id: "b-1", type: "com.dapr.event.sent.bulk", topic: "task-events", pubsubname: "kafka-pubsub" };
  const body = JSON.stringify({ ...envelope, metadata: null, entries, ...given });
  const headers = { "dapr-api-token": "token", "content-type": "application/json", traceparent: traceOf("a", "f") };
  const answer = await fetch(`${running.get(kind)?.url}/task-events`, { method: "POST", headers, body });
  return { status: answer.status, body: await answer.json() };
}

const traceOf = (trace: string, span: string): string => `00-${trace.repeat(32)}-${span.repeat(16)}-01`;
const answered = (...statuses: string[]) => ({
  status: 200,
  body: { statuses: statuses.map((status, index) => ({ entryId: String(index), status })) },
});
const three = () => [sampleCreated(), sampleCreated(), sampleCreated()] as const;
const idsOf = (events: readonly Envelope[]): string[] => events.map(({ event_id }) => event_id);

test("each event of a bulk delivery is handled in its order, remembered and acknowledged", async () => {
  const events = three();
  expect(await deliver(events.map(asCloudEvent))).toEqual(answered("SUCCESS", "SUCCESS", "SUCCESS"));
  expect([handled, [...marked]]).toEqual([idsOf(events), idsOf(events)]);
});

test("each event is handled in its own trace, and below the delivery's span where that is known", async () => {
  const [one, two] = three();
  const entries = [
    { ...asCloudEvent(one), traceparent: traceOf("b", "1") },
    { ...asCloudEvent(two), traceparent: traceOf("a", "1") },
  ];
  await deliver(entries);
  expect(contexts).toEqual([
    { traceparent: traceOf("b", "1"), correlationId: "click-1" },
    { traceparent: traceOf("a", "f"), correlationId: "click-1" },
  ]);
});

test("what is invalid is dropped, a proof is acknowledged, and the others are handled", async () => {
  const event = sampleCreated();
  const proof = { specversion: "1.0", id: "1", type: "platform.verify", source: "verify", data: "anything" };
  const entries = [{ hello: "world" }, proof, asCloudEvent(event), null];
  expect(await deliver(entries)).toEqual(answered("DROP", "SUCCESS", "SUCCESS", "DROP"));
  expect(handled).toEqual([event.event_id]);
  expect(log.lines.filter((line) => line.startsWith("error: event dropped: "))).toHaveLength(2);
});

test("an invalid entry away from the place that its id names comes again: daprd would drop another one", async () => {
  const entries = [
    { entryId: "1", event: {} },
    { entryId: "2", event: {} },
  ];
  const statuses = entries.map(({ entryId }) => ({ entryId, status: "RETRY" }));
  expect(await deliver([], "single", { entries })).toEqual({ status: 200, body: { statuses } });
});

test("an event that was handled before, or stands twice in a delivery, is handled once and acknowledged", async () => {
  const [before, twice] = three();
  marked.add(before.event_id);
  const answer = await deliver([before, twice, twice].map(asCloudEvent));
  expect(answer).toEqual(answered("SUCCESS", "SUCCESS", "SUCCESS"));
  expect(handled).toEqual([twice.event_id]);
});

test("an event whose handler throws comes again, and the others do not wait for it", async () => {
  const events = three();
  poison.add(events[1].event_id);
  expect(await deliver(events.map(asCloudEvent))).toEqual(answered("SUCCESS", "RETRY", "SUCCESS"));
  expect(marked).toEqual(new Set([events[0].event_id, events[2].event_id]));
  expect(log.lines).toContain(`error: task.created ${events[1].event_id} failed and comes again: poison`);
});

test("after three failures in a row the rest is not tried and comes again", async () => {
  const events = [...three(), ...three()];
  for (const { event_id } of events.slice(1)) poison.add(event_id);
  const answer = await deliver(events.map(asCloudEvent));
  expect(answer).toEqual(answered("SUCCESS", "RETRY", "RETRY", "RETRY", "RETRY", "RETRY"));
  expect(contexts).toHaveLength(4);
});

test("failures that are not in a row leave nothing untried", async () => {
  const events = [...three(), ...three()];
  for (const index of [0, 1, 3, 4]) poison.add(events[index]?.event_id ?? "");
  const answer = await deliver(events.map(asCloudEvent));
  expect(answer).toEqual(answered("RETRY", "RETRY", "SUCCESS", "RETRY", "RETRY", "SUCCESS"));
});

test.each(["seen", "mark"] as const)("while the memory of events fails at %s, everything comes again", async (part) => {
  memoryDown = part;
  expect(await deliver(three().map(asCloudEvent))).toEqual(answered("RETRY", "RETRY", "RETRY"));
});

test("a batch handler gets the new events of a delivery together", async () => {
  const events = three();
  marked.add(events[1].event_id);
  expect(await deliver(events.map(asCloudEvent), "batch")).toEqual(answered("SUCCESS", "SUCCESS", "SUCCESS"));
  expect([batches, handled]).toEqual([[[events[0].event_id, events[2].event_id]], []]);
  expect([...marked].sort()).toEqual(idsOf(events).sort());
});

test("when a batch handler throws, only the events that fail by themselves come again", async () => {
  const events = three();
  poison.add(events[0].event_id);
  expect(await deliver(events.map(asCloudEvent), "batch")).toEqual(answered("RETRY", "SUCCESS", "SUCCESS"));
  expect(handled).toEqual(idsOf(events.slice(1)));
});

test("a bulk delivery larger than the largest event is taken", async () => {
  const events = Array.from({ length: 100 }, () => sampleCreated());
  const entries = events.map((event) => ({ ...asCloudEvent(event), comment: "x".repeat(60_000) }));
  expect((await deliver(entries, "batch")).body).toEqual(answered(...events.map(() => "SUCCESS")).body);
});

test("an empty bulk delivery has an empty answer", async () => {
  expect(await deliver([])).toEqual(answered());
});
