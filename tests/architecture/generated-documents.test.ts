import { readFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { describe, expect, test } from "vitest";
import { generatedDocuments } from "../../infra/generate.ts";
import { policyDocuments } from "../../policies/generate.ts";

describe("what is generated is what is committed", () => {
  test.each(Object.entries({ ...generatedDocuments(), ...policyDocuments() }))("%s", async (path, content) => {
    const options = { ...(await resolveConfig(path)), filepath: path };
    const committed = readFileSync(path, "utf8");
    // No formatter touches pictures.
    if (path.endsWith(".svg")) return expect(committed).toBe(content);
    expect(await format(committed, options)).toBe(await format(content, options));
  });
});
