import { describe, expect, test } from "vitest";
import { toRounds } from "./bench-apps.ts";
import { stampedBody } from "./drivers/job.ts";
import { closedLoop, openLoop } from "./drivers/open-loop.ts";
import { toReport, toTable } from "./report.ts";
import { number, times, unmeasured, verdict, type Row } from "./row.ts";
import { generatedPlatform } from "./rows/model.ts";
import { median, medianDifference, percentile, summarize } from "./statistics.ts";
import { checkPlatform } from "../../infra/model/checks/check-platform.ts";

const row = (measured: number, limit: number): Row => ({
  name: "a figure",
  must: `<= ${limit} ms`,
  measured: `${measured} ms`,
  peer: "1 | 2",
  ratio: "2x",
  bounds: [{ name: "p95", measured, limit, unit: "ms" }],
});

describe("percentiles", () => {
  test("are the nearest rank, whatever the order", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.95, 0.99, 1].map((part) => percentile(hundred, part))).toEqual([50, 95, 99, 100]);
    expect([percentile([7], 0.5), percentile([7], 0.99), percentile([], 0.5)]).toEqual([7, 7, NaN]);
  });

  test("median is the middle, or the mean of the two in the middle", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, NaN]);
  });

  test("differences are taken round by round, so that what disturbs both does not count", () => {
    const rounds = (...values: number[]) => values.map((value) => summarize([value]));
    expect(medianDifference(rounds(2, 102, 3), rounds(1, 101, 2))).toEqual({ p50: 1, p95: 1, p99: 1 });
  });
});

describe("a verdict", () => {
  test("holds at the limit, and tells by how much it misses", () => {
    expect([verdict(row(10, 10)), verdict(row(12.5, 10))]).toEqual(["holds", "misses p95 by 2.5 ms"]);
  });

  test("never holds without a value", () => {
    expect(verdict(row(NaN, 10))).toBe("misses p95: no value");
    expect(verdict(unmeasured("a figure", "<= 1", "why"))).toBe("not measured");
  });

  test("knows lower bounds", () => {
    const least = { name: "rate", measured: 900, limit: 1_000, kind: "least" as const, unit: "/s" };
    expect(verdict({ ...row(1, 1), bounds: [least] })).toBe("misses rate by 100 /s");
  });

  test("numbers carry no more digits than they mean", () => {
    expect([number(1234.5), number(12.34), number(0.126), number(NaN)]).toEqual(["1,235", "12.3", "0.13", "-"]);
    expect([times(3, 2), times(3, 0)]).toEqual(["1.5x", "-"]);
  });
});

describe("the report", () => {
  test("is a table whose cells cannot break it", () => {
    const [, , line] = toTable([row(1, 2)]).split("\n");
    expect(line).toBe("| a figure | 2x | 1 ms | 1 \\| 2 | <= 2 ms | holds |");
  });

  test("says when, where and on what, and why a figure is missing", () => {
    const facts = { date: "2026-01-02", machine: "2 cores", versions: { Node: "24" }, seconds: 61, load: "0.1" };
    const report = toReport([unmeasured("a figure", "<= 1", "no such tool")], facts);
    expect(report).toContain("Measured on 2026-01-02, on 2 cores, in 61 s");
    expect(report).toContain("Node 24");
    expect(report).toContain("**a figure**: no such tool");
  });
});

describe("load", () => {
  test("open loop counts from when a request was due, so a stall is seen by those behind it", async () => {
    let busy = Promise.resolve();
    const serial = (): Promise<void> => (busy = busy.then(() => new Promise((resolve) => setTimeout(resolve, 10))));
    const result = await openLoop(200, 0.2, serial);
    expect(result.latencies).toHaveLength(40);
    // Ten milliseconds each, one every five: the last waits for all before it.
    expect(Math.max(...result.latencies)).toBeGreaterThan(150);
  });

  test("failures are counted and told, not timed", async () => {
    const result = await openLoop(100, 0.1, (index) =>
      index % 2 ? Promise.resolve() : Promise.reject(new Error("no")),
    );
    expect([result.latencies.length, result.errors, result.failures]).toEqual([5, 5, ["no"]]);
  });

  test("closed loop keeps its workers busy until the time is over", async () => {
    let [now, most] = [0, 0];
    const result = await closedLoop(4, 0.1, async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 10));
      now--;
    });
    expect(most).toBe(4);
    expect(result.latencies.length).toBeGreaterThan(8);
  });

  test("bodies have the size that was asked for, and samples are sorted into rounds", () => {
    const body = stampedBody(123n, 2, 1_024);
    expect(Buffer.byteLength(body)).toBe(1_024);
    expect(JSON.parse(body)).toMatchObject({ due: "123", round: 2 });
    expect(
      toRounds([
        [0, 99],
        [1, 5],
        [2, 7],
      ]).map(({ p50 }) => p50),
    ).toEqual([5, 7]);
  });
});

test("the generated platform passes every check, or it would be checked less", () => {
  expect(checkPlatform(generatedPlatform(30)).filter(({ severity }) => severity === "error")).toEqual([]);
});
