import { describe, expect, test } from "vitest";
import { jsonReport } from "../../../infra/lint/reporters/json-report.ts";
import { sarifReport } from "../../../infra/lint/reporters/sarif-report.ts";
import { textReport } from "../../../infra/lint/reporters/text-report.ts";
import { lintSources } from "../../../infra/lint/lint-sources.ts";
import { lintChecks } from "../../../infra/model/checks/docs/lint-checks.ts";
import { componentYaml } from "./yaml.ts";

const sources = [
  { file: "dapr/state.yaml", text: componentYaml("state", "state.redis", { redisHost: "r:6379", redisDB: "one" }) },
  { file: "secret.yaml", text: "apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { a: changeme }\n" },
];
const findings = lintSources(sources);

describe("the report for people", () => {
  test("shows the line, marks the place, gives the remedy and sums up; a secret is covered", () => {
    expect(textReport(findings, sources, { colour: false })).toMatchInlineSnapshot(`
      "dapr/state.yaml:10:31 error TP0507 spec.metadata[1].value: is no whole number (redisDB)
         9 |     - { name: redisHost, value: "r:6379" }
        10 |     - { name: redisDB, value: "one" }
           |                               ^^^^^
        -> Write digits only, such as "10".

      secret.yaml:4:18 warning TP0721 stringData.a: is a password that everybody guesses, and it stands in a file
        3 | metadata: { name: s }
        4 | stringData: { a: ******** }
          |                  ^^^^^^^^
        -> Create the Secret outside of the repository, by an operator or a command, with a random value.

      2 files: 1 error, 1 warning."
    `);
  });

  test("has colours only where they are wanted", () => {
    const escape = String.fromCharCode(27);
    expect(textReport(findings, sources, { colour: false })).not.toContain(escape);
    expect(textReport(findings, sources, { colour: true })).toContain(`${escape}[31;1merror TP0507${escape}[0m`);
  });

  test("covers every secret, also on the lines around a finding", () => {
    const secrets = { redisHost: "r:6379", redisPassword: "hunter2", redisDB: "one" };
    const given = [{ file: "x.yaml", text: componentYaml("state", "state.redis", secrets) }];
    const found = lintSources(given);
    expect(found.map(({ code, line }) => `${code} ${line}`)).toEqual(["TP0509 10", "TP0507 11"]);
    expect(textReport(found, given, { colour: false })).not.toContain("hunter2");
    expect(JSON.stringify([jsonReport(found), sarifReport(found, [], "1")])).not.toContain("hunter2");
  });

  test("lets no control character of a file reach the terminal", () => {
    const text =
      'apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata: { name: "a\u001b[2J" }\nspec: { type: "x\u001b[2J", version: v1, metadata: [] }\n';
    const hostile = [{ file: "a\u001b[2J.yaml", text }];
    expect(textReport(lintSources(hostile), hostile, { colour: false })).not.toContain("\u001b");
  });

  test("says so when there is nothing to say", () => {
    expect(textReport([], sources, { colour: false })).toBe("2 files: nothing to complain about.");
  });
});

test("the report for scripts has every field of every finding", () => {
  expect(jsonReport(findings)).toEqual([
    {
      code: "TP0507",
      severity: "error",
      path: "spec.metadata[1].value",
      value: "one",
      message: "is no whole number (redisDB)",
      remedy: 'Write digits only, such as "10".',
      file: "dapr/state.yaml",
      line: 10,
      column: 31,
      endLine: 10,
      endColumn: 36,
    },
    {
      code: "TP0721",
      severity: "warning",
      path: "stringData.a",
      value: "(hidden)",
      message: "is a password that everybody guesses, and it stands in a file",
      remedy: "Create the Secret outside of the repository, by an operator or a command, with a random value.",
      file: "secret.yaml",
      line: 4,
      column: 18,
      endLine: 4,
      endColumn: 26,
    },
  ]);
});

describe("the report for code review", () => {
  const sarif = sarifReport(findings, lintChecks(), "1.2.3");
  const [run] = sarif.runs;

  test("is SARIF 2.1.0 with what the schema requires", () => {
    expect([sarif.version, sarif.runs.length]).toEqual(["2.1.0", 1]);
    expect(run?.tool.driver.name).toBe("todo-platform lint");
    for (const result of run?.results ?? []) {
      expect(result.message.text.length).toBeGreaterThan(0);
      expect(["error", "warning", "note", "none"]).toContain(result.level);
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      const region = result.locations[0]?.physicalLocation.region;
      expect(Object.values(region ?? {}).every((number) => Number.isInteger(number) && number >= 1)).toBe(true);
    }
  });

  test("each rule that was broken comes with its help", () => {
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(["TP0507", "TP0721"]);
    const [rule] = run?.tool.driver.rules ?? [];
    expect(rule).toMatchObject({ defaultConfiguration: { level: "error" } });
    expect(JSON.stringify(rule)).toContain("```yaml");
  });

  test("files are named relative to the checkout, with characters of URIs escaped", () => {
    const odd = sarifReport(
      findings.map((finding) => ({ ...finding, file: "a b/ü.yaml" })),
      [],
      "1",
    );
    expect(odd.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("a%20b/%C3%BC.yaml");
    expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe("dapr/state.yaml");
  });
});
