import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createEventPublisher, DaprClient } from "@todo-platform/service-kit";
import type { EventPublisher } from "@todo-platform/service-kit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sampleCreated, sampleTask } from "../../support/sample-events.ts";

interface Call {
  readonly path: string;
  readonly entries: { readonly entryId: string; readonly event: { readonly data: { readonly event_id: string } } }[];
}

const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const calls: Call[] = [];
let answer: (call: Call) => [number, string];
let server: Server;
let publisher: EventPublisher;

beforeAll(async () => {
  server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const entries = JSON.parse(Buffer.concat(chunks as Buffer[]).toString()) as Call["entries"];
      const call = { path: request.url ?? "", entries };
      calls.push(call);
      const [status, body] = answer(call);
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const dapr = new DaprClient({ port: (server.address() as AddressInfo).port });
  publisher = createEventPublisher(dapr, "kafka-pubsub", { "task-events": { events: [], ttlSeconds: 60 } });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  calls.length = 0;
  answer = () => [204, ""];
});

const eventOf = (key: string, description = "") => {
  const event = sampleCreated(sampleTask(key, { id: randomUUID(), description }));
  return { event, key, traceparent };
};
const idsOf = (call: Call | undefined): string[] => call?.entries.map(({ event }) => event.data.event_id) ?? [];

test("an entry is the whole CloudEvent of its event, with partition key, time to live and trace", async () => {
  const [one, two] = [eventOf("ann"), { ...eventOf("bob"), traceparent: undefined }];
  expect(await publisher.publishAll("task-events", [one, two])).toEqual(new Map());
  const entry = ({ event, key }: typeof two, trace: object) => ({
    entryId: event.event_id,
    event: {
      specversion: "1.0",
      id: event.event_id,
      type: "task.created",
      source: "todo-backend",
      time: event.timestamp,
      datacontenttype: "application/json",
      data: event,
      ...trace,
    },
    contentType: "application/cloudevents+json",
    metadata: { partitionKey: key, ttlInSeconds: "60" },
  });
  expect(calls).toEqual([
    {
      path: "/v1.0/publish/bulk/kafka-pubsub/task-events",
      entries: [entry({ ...one, traceparent: undefined }, { traceid: traceparent, traceparent }), entry(two, {})],
    },
  ]);
});

test("one event alone is published by itself, with its time to live", async () => {
  expect(await publisher.publishAll("task-events", [eventOf("ann")])).toEqual(new Map());
  expect(calls.map(({ path }) => path)).toEqual([
    "/v1.0/publish/kafka-pubsub/task-events?metadata.partitionKey=ann&metadata.ttlInSeconds=60",
  ]);
});

test("of a call that fails in part, the named events and those of the same key behind them have failed", async () => {
  const events = [eventOf("ann"), eventOf("bob"), eventOf("ann"), eventOf("ann"), eventOf("bob")];
  const ids = events.map(({ event }) => event.event_id);
  answer = () => [500, JSON.stringify({ failedEntries: [{ entryId: ids[2], error: "too large" }], errorCode: "E" })];
  const failures = await publisher.publishAll("task-events", events);
  expect([...failures]).toEqual([
    [ids[2], "too large"],
    [ids[3], "too large"],
  ]);
});

test.each([
  ["names no entry", 500, '{"errorCode":"ERR_PUBSUB_PUBLISH_MESSAGE"}'],
  ["has an empty list", 500, '{"failedEntries":[],"errorCode":"ERR_PUBSUB_PUBLISH_MESSAGE"}'],
  ["is no JSON", 502, "bad gateway"],
  ["is broken JSON", 500, "{"],
  ["refuses the request", 403, '{"errorCode":"ERR_PUBSUB_FORBIDDEN"}'],
])("when the answer %s, every event has failed", async (_name, status, body) => {
  answer = () => [status, body];
  const events = [eventOf("ann"), eventOf("bob")];
  const failures = await publisher.publishAll("task-events", events);
  expect([...failures.keys()]).toEqual(events.map(({ event }) => event.event_id));
});

test("what outgrows 1 MiB goes in several calls, and a key that has failed is left out of the later ones", async () => {
  const long = "x".repeat(400_000);
  const events = ["ann", "bob", "ann", "ann", "bob"].map((key) => eventOf(key, long));
  const ids = events.map(({ event }) => event.event_id);
  answer = ({ entries }) =>
    entries.length === 2 && calls.length === 1
      ? [500, JSON.stringify({ failedEntries: [{ entryId: ids[0] }] })]
      : [204, ""];
  const failures = await publisher.publishAll("task-events", events);
  expect(calls.map(idsOf)).toEqual([[ids[0], ids[1]], [ids[4]]]);
  expect([...failures.keys()]).toEqual([ids[0], ids[2], ids[3]]);
});
