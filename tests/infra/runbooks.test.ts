import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseConfig } from "../../infra/config.ts";
import { alertRuleFile } from "../../infra/reference/alerts-reference.ts";

const text = readFileSync("docs/runbooks/ca-rotation.md", "utf8");

test("every config of the runbook is accepted, and its steps are believe, sign, forget", () => {
  const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
  const generations = blocks.map((block) => {
    const written = parse(block.replace(/^ {3}/gm, "")) as Record<string, unknown>;
    const caGenerations = written["todo-platform:caGenerations"];
    expect(parseConfig({ target: "minikube", registry: "localhost:5000", caGenerations })).toHaveProperty("config");
    return caGenerations;
  });
  expect(generations).toEqual([
    { signing: 1, trusted: [1, 2] },
    { signing: 2, trusted: [1, 2] },
    { signing: 2, trusted: [2] },
  ]);
});

test("the alert that asks for the runbook is one of the platform's", () => {
  const [, alert] = /alert `(\w+)`/.exec(text) ?? [];
  expect(alertRuleFile()).toContain(`alert: ${alert}`);
});
