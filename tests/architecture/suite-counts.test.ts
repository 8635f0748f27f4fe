import { describe, expect, test } from "vitest";
import { countSuites, failuresOf, suiteOf, whatIsMissing } from "../runner/suite-counts.ts";

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.includes("failed") ? "failed" : "passed",
  assertionResults: statuses.map((status) => ({ status })),
});

describe("a test run", () => {
  test("is sorted into suites by the file's name", () => {
    expect(["a.test.ts", "a.engine.test.ts", "a.cluster.test.ts", "a.browser.test.ts"].map(suiteOf)).toEqual([
      "unit",
      "engine",
      "cluster",
      "browser",
    ]);
  });

  test("fails when a suite ran nothing", () => {
    const counts = countSuites({ testResults: [file("a.test.ts", "passed"), file("b.engine.test.ts", "passed")] });
    expect(whatIsMissing(counts)).toEqual(["no cluster test ran", "no browser test ran"]);
  });

  test("fails when a test is skipped or still to do", () => {
    const all = ["a.test.ts", "b.engine.test.ts", "c.cluster.test.ts"].map((name) => file(name, "passed"));
    const counts = countSuites({ testResults: [...all, file("d.browser.test.ts", "passed", "pending", "todo")] });
    expect(whatIsMissing(counts)).toEqual(["2 tests were skipped or are still to do"]);
  });

  test("counts a file that could not be collected as a failure", () => {
    const counts = countSuites({
      testResults: [file("a.test.ts", "passed"), { ...file("b.test.ts"), status: "failed" }],
    });
    expect([counts.passed, counts.failed]).toEqual([1, 1]);
  });

  test("names what failed and what did not run, a line each, and no more than a reader takes in", () => {
    const failed = { status: "failed", fullName: "adds", failureMessages: ["Error: 1 is not 2\n  at x.ts:1"] };
    const report = {
      testResults: [
        file("a.test.ts", "passed"),
        { name: "b.test.ts", status: "failed", message: "", assertionResults: [failed, { status: "passed" }] },
        { name: "c.test.ts", status: "failed", message: "hook timed out\nat y.ts", assertionResults: [] },
        file("d.test.ts", "skipped", "passed"),
      ],
    };
    expect(failuresOf(report)).toEqual([
      "b.test.ts: adds: Error: 1 is not 2",
      "c.test.ts: hook timed out",
      "d.test.ts: 1 tests did not run",
    ]);
    const many = { ...file("e.test.ts"), status: "failed", assertionResults: Array.from({ length: 30 }, () => failed) };
    expect(failuresOf({ testResults: [many] }).slice(19)).toEqual([
      "e.test.ts: adds: Error: 1 is not 2",
      "… and 10 more",
    ]);
  });
});
