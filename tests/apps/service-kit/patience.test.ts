import { DaprError, isTransient, withPatience } from "@todo-platform/service-kit";
import { expect, test } from "vitest";

const failing = (times: number, error: Error) => {
  let calls = 0;
  return {
    work: async () => {
      calls += 1;
      if (calls <= times) throw error;
      return calls;
    },
    calls: () => calls,
  };
};

const withCode = (code: string): Error => Object.assign(new Error("refused"), { code });

test.each([
  ["no answer of the sidecar", new DaprError(0, "x"), true],
  ["a 500 of the sidecar", new DaprError(500, "x"), true],
  ["too many requests", new DaprError(429, "x"), true],
  ["a refusal", new DaprError(403, "x"), false],
  ["a database that shuts down", withCode("57P01"), true],
  ["a broken connection to the database", withCode("08006"), true],
  ["no listener", withCode("ECONNREFUSED"), true],
  ["a pool without a connection", new Error("timeout exceeded when trying to connect"), true],
  ["a value that the database refuses", withCode("22021"), false],
  ["a mistake of the handler", new TypeError("x is not a function"), false],
])("%s may pass: %#", (_, error, transient) => {
  expect(isTransient(error)).toBe(transient);
});

test("what passes is waited for", async () => {
  const { work } = failing(3, new DaprError(500, "down"));
  expect(await withPatience(work)).toBe(4);
});

test("what does not pass is told at once", async () => {
  const { work, calls } = failing(1, new TypeError("wrong"));
  await expect(withPatience(work)).rejects.toThrow("wrong");
  expect(calls()).toBe(1);
});

test("patience ends, and the last failure is told", async () => {
  const { work, calls } = failing(99, new DaprError(0, "still down"));
  const started = performance.now();
  await expect(withPatience(work, 400)).rejects.toThrow("still down");
  expect(performance.now() - started).toBeLessThan(1000);
  expect(calls()).toBe(3);
});
