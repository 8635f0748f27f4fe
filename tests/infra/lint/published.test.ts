import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintSources } from "../../../infra/lint/lint-sources.ts";

const folder = "tests/infra/lint/published";
const sources = readdirSync(folder).map((file) => ({
  file: `${folder}/${file}`,
  text: readFileSync(`${folder}/${file}`, "utf8"),
}));

const errorsOf = (given: readonly { file: string; text: string }[]): string[] =>
  lintSources(given)
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);

describe("what Dapr itself published raises no false alarm", () => {
  test("there are at least 40 manifests, each with its source", () => {
    expect(sources.length).toBeGreaterThanOrEqual(40);
    expect(sources.filter(({ text }) => !/^# Source: dapr\/[\w-]+ \S+$/m.test(text)).map(({ file }) => file)).toEqual(
      [],
    );
  });

  test.each(sources)("alone: $file", (source) => {
    expect(errorsOf([source])).toEqual([]);
  });

  test("all in one folder, though they have nothing to do with each other", () => {
    expect(errorsOf(sources)).toEqual([]);
  });
});
