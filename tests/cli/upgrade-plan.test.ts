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

const release = (chart: string, version: string, appVersion: string) => ({
  type: "kubernetes:helm.sh/v3:Release",
  inputs: { chart, version },
  outputs: { chart, version, status: { chart, version, appVersion } },
});
const state = (...resources: object[]): string => JSON.stringify({ version: 3, deployment: { resources } });
const planOf = (input: string, ...args: string[]) => runCli(["upgrade-plan", "--state", "-", ...args], { input });

test("upgrade-plan --state reads what a stack has made, and flags say what it does not know", async () => {
  const { code, stdout } = await planOf(state(release("dapr", "1.17.4", "1.17.4")), "--kafka", "4.2.0", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, running: { dapr: "1.17.4", kafka: "4.2.0" } });
});

test.each([
  ["no JSON", "{", "is no JSON"],
  ["no state", "[]", "is no state of a stack"],
])("upgrade-plan --state refuses %s with 2, without a stack trace", async (_, input, message) => {
  const { code, stdout, stderr } = await planOf(input);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`-: ${message}`);
  expect(stderr).toContain("pulumi stack export");
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("upgrade-plan takes one source of the running versions", async () => {
  const { code, stderr } = await planOf(state(), "--stack", "dev");
  expect(code).toBe(2);
  expect(stderr).toContain("name one source");
});
