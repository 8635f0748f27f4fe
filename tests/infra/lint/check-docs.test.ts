import { describe, expect, test } from "vitest";
import { lintSources } from "../../../infra/lint/lint-sources.ts";
import { lintChecks } from "../../../infra/model/checks/docs/lint-checks.ts";
import { tp07 } from "../../../infra/model/checks/docs/tp07.ts";

const lint = (text: string) => lintSources([{ file: "example.yaml", text }]);

describe("the examples of lint's own checks", () => {
  test.each(tp07)("$code: the wrong one has this problem and no other", ({ code, severity, wrong }) => {
    expect(lint(wrong).map((finding) => `${finding.severity} ${finding.code}`)).toEqual([`${severity} ${code}`]);
  });

  test.each(tp07)("$code: the right one has none", ({ right }) => {
    expect(lint(right)).toEqual([]);
  });
});

test("each code of lint is told of once", () => {
  const codes = lintChecks().map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test.each(lintChecks().filter(({ language }) => language === "yaml"))(
  "$code: lint finds it in the wrong example and not in the right one",
  ({ code, wrong, right }) => {
    expect(lint(wrong).some((finding) => finding.code === code)).toBe(true);
    expect(lint(right).some((finding) => finding.code === code)).toBe(false);
  },
);
