import {
  defineTopology,
  type EventHandlers,
  type EventOf,
  type EventsOn,
  type SubscribedTopic,
} from "@todo-platform/contracts";
import { expect, expectTypeOf, test } from "vitest";

// What these tests claim is proved by the type checker: `tsc -p .` fails where a line does not hold.
const ignore = async (): Promise<void> => Promise.resolve();

test("an app must handle every event of every topic that it receives", () => {
  expectTypeOf<SubscribedTopic<"notification-service">>().toEqualTypeOf<"task-events" | "reminders">();
  expectTypeOf<SubscribedTopic<"audit-service">>().toEqualTypeOf<"task-events" | "reminders" | "audit-logs">();
  expectTypeOf<SubscribedTopic<"event-service">>().toEqualTypeOf<"task-events">();
  expectTypeOf<SubscribedTopic<"todo-frontend">>().toEqualTypeOf<never>();
  expectTypeOf<EventsOn<"audit-logs">>().toEqualTypeOf<"audit.recorded">();
  const handlers: EventHandlers<"notification-service"> = {
    // @ts-expect-error a missing handler
    "task-events": { "task.created": ignore, "task.updated": ignore, "task.deleted": ignore },
    reminders: { "reminder.due": ignore },
  };
  expect(Object.keys(handlers)).toEqual(["task-events", "reminders"]);
});

test("a handler gets the payload of its event", () => {
  type Created = EventOf<"task.created">;
  expectTypeOf<Created["payload"]["task_data"]["title"]>().toEqualTypeOf<string>();
  expectTypeOf<EventOf<"audit.recorded">["payload"]>().not.toHaveProperty("task_id");
  const handler = (event: Created): string => event.payload.task_data.title;
  expectTypeOf(handler).parameter(0).toEqualTypeOf<Created>();
  // @ts-expect-error an event that nobody declared
  expectTypeOf<EventOf<"task.crated">>().toBeNever();
});

test("a topology takes declared apps and events only", () => {
  const topology = defineTopology<"a.happened">()({
    apps: { one: { port: 1 }, two: { port: 2 } },
    topics: {
      things: {
        events: ["a.happened"],
        publishers: ["one"],
        subscribers: { two: { route: "/things" } },
      },
    },
    deadLetters: { app: "two", route: "/dead-letters" },
    invocations: [
      // @ts-expect-error an app that is not there
      { from: "one", to: "tow", path: "/x", verbs: ["GET"] },
    ],
    stateStores: {},
    secrets: {},
  });
  expectTypeOf<keyof (typeof topology)["apps"]>().toEqualTypeOf<"one" | "two">();
  expect(Object.keys(topology.apps)).toEqual(["one", "two"]);
});
