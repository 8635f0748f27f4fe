import { expect, test } from "vitest";
import { checkDelivery } from "../../../infra/verify/check-delivery.ts";
import { toExpectations } from "../../../infra/verify/expectations.ts";
import type { Sidecar } from "../../../infra/verify/sidecar.ts";
import { localPlatform } from "../platforms.ts";

const [backend] = toExpectations(localPlatform).filter(({ app }) => app === "todo-backend");
if (backend === undefined) throw new Error("the platform has no backend");
const sidecar = { ask: () => Promise.resolve({ status: 204, body: "" }) } as unknown as Sidecar;

/** What the pods of every subscriber tell, before the event and after it. */
const check = (before: Record<string, number>, after: Record<string, number>) => {
  const asked = new Set<string>();
  return checkDelivery(backend, sidecar, (app, topic) => {
    const first = !asked.has(`${app} ${topic}`);
    asked.add(`${app} ${topic}`);
    return Promise.resolve(new Map(Object.entries(first ? before : after)));
  });
};

test.each([
  ["the pod that was there", { a: 5 }, { a: 6 }],
  ["one of two pods", { a: 5, b: 7 }, { a: 5, b: 8 }],
  ["a new pod, while an earlier one that had been given more has ended", { a: 5 }, { b: 1 }],
])("an event has arrived when %s has acknowledged one more", async (_, before, after) => {
  expect(await check(before, after)).toEqual([]);
});

test("an event that nobody acknowledges is told for each of its subscribers", async () => {
  const problems = await check({ a: 5, b: 7 }, { a: 5 });
  const subscribers = backend.publishes.flatMap(({ topic, subscribers: all }) =>
    all.map((app) => ["TP0917", `${app}/subscription/${topic}`]),
  );
  expect(subscribers.length).toBeGreaterThan(0);
  expect(problems.map(({ code, path }) => [code, path])).toEqual(subscribers);
});
