import fc from "fast-check";
import { expect, test } from "vitest";
import { takeEvents } from "../../../../apps/todo-frontend/web/domain/event-stream.ts";

const text = 'event: state\ndata: "live"\n\n:\n\nevent: notifications\ndata: [{"message":"a: b"}]\n\n';

test("a stream brings the same events however it is cut into chunks", () => {
  const expected = [
    { event: "state", data: "live" },
    { event: "notifications", data: [{ message: "a: b" }] },
  ];
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: text.length }));
  fc.assert(
    fc.property(cuts, (places) => {
      const edges = [0, ...places.sort((a, b) => a - b), text.length];
      let rest = "";
      const events = edges.slice(1).flatMap((end, index) => {
        const taken = takeEvents(rest + text.slice(edges[index], end));
        rest = taken.rest;
        return taken.events;
      });
      expect([events, rest]).toEqual([expected, ""]);
    }),
  );
});
