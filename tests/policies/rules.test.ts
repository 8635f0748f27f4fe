import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { environments, namedRules } from "../../policies/pack/settings.ts";
import { rules } from "../../policies/rules.ts";
import { evaluate, examined } from "./support/evaluate.ts";
import { goodGraph } from "./support/good-graph.ts";
import { casesOf } from "./support/cases.ts";

const names = rules.map(({ name }) => name);
const filesOf = (folder: string): string[] => readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));

describe("the pack", () => {
  test("has a file and a test for each rule, and at least forty of them", () => {
    expect(filesOf("policies/rules").sort()).toEqual([...names].sort());
    expect(filesOf("tests/policies/rules").sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(40);
  });

  test("names rules by resource, verb and what", () => {
    const form =
      /^[a-z]+(-[a-z]+)*-(requires|forbids|denies|restricts|obfuscates|drops|states|spreads|keeps|allows|enforces)-[a-z-]+$/;
    expect(names.filter((name) => !form.test(name))).toEqual([]);
  });

  test("has a page of its source for each rule, and whole sentences", () => {
    expect(rules.filter(({ source }) => !/^https:\/\/[^ ]+$/.test(source)).map(({ name }) => name)).toEqual([]);
    const texts = rules.flatMap(({ refuses, why }) => [refuses, why]);
    expect(texts.filter((text) => !/^[A-Z].*\.$/s.test(text))).toEqual([]);
  });

  test("names only rules that there are in the enforcement of an environment", () => {
    expect(environments).toEqual(["production", "development"]);
    expect(namedRules().filter((name) => !names.includes(name))).toEqual([]);
  });

  test("has nothing to say of a good stack, of which each rule looks at something", () => {
    const { resources } = goodGraph();
    expect(evaluate(resources)).toEqual([]);
    expect([...examined(resources)].filter(([, count]) => count === 0)).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name) => {
  test.each(casesOf(name))("refuses $title", ({ break: breakIt, exemptions, violations }) => {
    const graph = goodGraph();
    breakIt(graph);
    expect(evaluate(graph.resources, { exemptions })).toEqual(violations);
    expect(violations.some((violation) => violation.startsWith(`${name}: `))).toBe(true);
  });
});
