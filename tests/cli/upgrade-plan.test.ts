import { expect, test } from "vitest";
import { runCli } from "../e2e/support/run-program.ts";

test("upgrade-plan prints steps, one-way doors and sources, and ends with 0 where every jump may be done", async () => {
  const { code, stdout } = await runCli(["upgrade-plan", "--kafka", "4.2.0"]);
  expect(code).toBe(0);
  expect(stdout).toContain(" 1. [brokers] kafka 4.2.0 -> ");
  expect(stdout).toContain("ONE WAY   a downgrade of the metadata version");
  expect(stdout).toContain("https://kafka.apache.org/");
});

test("upgrade-plan --json is one document, and ends with 1 where a jump is too far", async () => {
  const { code, stdout } = await runCli(["upgrade-plan", "--dapr", "1.15.0", "--json"]);
  const report = JSON.parse(stdout) as { ok: boolean; problems: { code: string }[]; steps: { part: string }[] };
  expect([code, report.ok, report.problems.map((problem) => problem.code)]).toEqual([1, false, ["upgrade-stops"]]);
  expect(report.steps.map(({ part }) => part)).toEqual(["dapr", "dapr", "dapr"]);
});
