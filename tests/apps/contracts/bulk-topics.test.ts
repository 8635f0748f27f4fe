import { todoTopology } from "@todo-platform/contracts";
import type { Topology } from "@todo-platform/contracts";
import { expect, test } from "vitest";

const topics: Topology["topics"] = todoTopology.topics;
const subscribers = Object.entries(topics).flatMap(([topic, spec]) =>
  Object.entries(spec.subscribers).map(([app, subscriber]) => ({ ...subscriber, name: `${app} ${topic}` })),
);

test("notification-service and audit-service receive task events in bulk, at most 100 after at most 50 and 20 ms", () => {
  const bulk = subscribers.flatMap(({ name, bulk }) => (bulk ? [[name, bulk.maxMessages, bulk.maxAwaitMs]] : []));
  expect(bulk).toEqual([
    ["notification-service task-events", 100, 50],
    ["audit-service task-events", 100, 20],
  ]);
});

test("no subscriber has bulk deliveries and routes by type: daprd would dead-letter a wrong event", () => {
  expect(subscribers.filter(({ bulk, routes }) => bulk && routes)).toEqual([]);
});
