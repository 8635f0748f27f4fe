import { randomUUID } from "node:crypto";
import { events, todoTopology } from "@todo-platform/contracts";
import type { AppId, EventType, SubscriberSpec, TopicName } from "@todo-platform/contracts";
import fc from "fast-check";
import { z } from "zod";
import { hostileBodies, hostileValues, nearlyValues } from "./hostile-values.ts";
import { valuesOf } from "./json-schema.ts";
import type { JsonSchema } from "./json-schema.ts";

/** A route to which a sidecar brings events. */
export interface EventRoute {
  readonly app: AppId;
  readonly route: string;
  readonly types: readonly EventType[];
}

const routesOf = ({ route, routes = {} }: SubscriberSpec): string[] => [
  route,
  ...Object.values(routes).flatMap((each) => (each === undefined ? [] : [each])),
];

/** Every event route of the topology. */
export const eventRoutes: readonly EventRoute[] = (Object.keys(todoTopology.topics) as TopicName[]).flatMap((topic) => {
  const { subscribers, events: types } = todoTopology.topics[topic];
  return (Object.entries(subscribers) as [AppId, SubscriberSpec][]).flatMap(([app, subscriber]) =>
    routesOf(subscriber).map((route) => ({ app, route, types })),
  );
});

const none = (): JsonSchema => ({});
const schemaOf = (type: EventType): JsonSchema => z.toJSONSchema(events[type].payload) as JsonSchema;

/** The CloudEvent of an event with this payload, with all that must agree in agreement. */
function cloudEvent(type: string, payload: unknown, version = "v1"): Record<string, unknown> {
  const event_id = randomUUID();
  const timestamp = "2030-01-01T00:00:00Z";
  const source = "todo-backend";
  const data = {
    event_id,
    event_type: type,
    event_version: version,
    timestamp,
    source,
    correlation_id: "c-1",
    payload,
  };
  return { specversion: "1.0", id: event_id, type, source, time: timestamp, data, traceparent: undefined };
}

/** One delivered event: right, with a payload or an envelope that is broken, of another type or version. */
function deliveries(types: readonly EventType[]): fc.Arbitrary<unknown> {
  const right = fc
    .constantFrom(...types)
    .chain((type) => valuesOf(schemaOf(type), none).map((payload) => cloudEvent(type, payload)));
  const brokenPayload = fc
    .constantFrom(...types)
    .chain((type) => nearlyValues(schemaOf(type), none).map((payload) => cloudEvent(type, payload)));
  const brokenField = fc
    .tuple(right, fc.constantFrom("id", "type", "source", "data", "specversion", "time", "traceparent"), hostileValues)
    .map(([event, key, odd]) => ({ ...event, [key]: odd }));
  const brokenEnvelope = fc
    .tuple(right, fc.constantFrom("event_id", "event_version", "timestamp", "correlation_id", "payload"), hostileValues)
    .map(([event, key, odd]) => ({ ...event, data: { ...(event["data"] as object), [key]: odd } }));
  const unknown = fc
    .constantFrom("task.exploded", "platform.verify", "__proto__", "toString")
    .map((type) => cloudEvent(type, {}));
  const wrongVersion = fc.constantFrom("v2", "v0", "V1").map((version) => cloudEvent("task.created", {}, version));
  return fc.oneof(
    right,
    brokenPayload,
    brokenPayload,
    brokenField,
    brokenEnvelope,
    unknown,
    wrongVersion,
    hostileValues,
  );
}

/** A bulk delivery; some of its entries lack what one needs, and some ids stand twice or at the wrong place. */
function bulkDeliveries(types: readonly EventType[]): fc.Arbitrary<unknown> {
  const entry = fc.tuple(deliveries(types), fc.constantFrom("index", "index", "index", "", "7", "x".repeat(500)));
  return fc.array(entry, { maxLength: 6 }).chain((list) => {
    const entries = list.map(([event, id], index) => ({ entryId: id === "index" ? String(index) : id, event }));
    const odd = hostileValues.map((value): unknown[] => [...entries, value]);
    const bulk = fc.oneof({ weight: 4, arbitrary: fc.constant<unknown[]>(entries) }, { weight: 1, arbitrary: odd });
    return bulk.map((all) => ({ id: "bulk", type: "com.dapr.event.sent.bulk", entries: all }));
  });
}

/** A body that a sidecar, or who stands in for one, sends to a route. */
export const eventBodies = ({ types }: EventRoute): fc.Arbitrary<string | Buffer> => {
  const schema = schemaOf(types[0] ?? "task.created");
  return fc.oneof(
    { weight: 6, arbitrary: deliveries(types).map((event) => JSON.stringify(event) ?? "") },
    { weight: 3, arbitrary: bulkDeliveries(types).map((bulk) => JSON.stringify(bulk)) },
    { weight: 1, arbitrary: hostileBodies(schema, none) },
  );
};
