import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { daprFacts } from "./facts.ts";

test.each(Object.entries(daprFacts()))(
  "%s says what the catalogue says (npm run generate:policy-facts)",
  (path, content) => {
    expect(readFileSync(path, "utf8")).toBe(content);
  },
);
