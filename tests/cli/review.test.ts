import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCli } from "../e2e/support/run-program.ts";

const folder = mkdtempSync(join(tmpdir(), "review-"));
afterAll(() => rmSync(folder, { recursive: true }));

const type = "kubernetes:dapr.io/v1alpha1:Component";
const component = (prefix: string) => ({
  inputs: {
    apiVersion: "dapr.io/v1alpha1",
    kind: "Component",
    metadata: { name: "cart", namespace: "shop" },
    spec: { type: "state.redis", version: "v1", metadata: [{ name: "keyPrefix", value: prefix }] },
  },
});
const update = {
  op: "update",
  urn: `urn:pulumi:prod::shop::${type}::cart`,
  old: component("name"),
  new: component("none"),
  detailedDiff: null,
};
const violation = { policyName: "p", policyPackName: "pack", message: "no", enforcementLevel: "mandatory" };
const log = (...events: object[]): string =>
  events.map((event, sequence) => JSON.stringify({ sequence, timestamp: 1, ...event })).join("\n");
const changing = log({ resourcePreEvent: { metadata: update } });

describe("todo-platform review", () => {
  test("writes a comment, begun by the mark by which the next one finds it", async () => {
    const { code, stdout } = await runCli(["review", "-", "--title", "Preview of prod"], { input: changing });
    expect([code, stdout.split("\n").slice(0, 8)]).toEqual([
      0,
      [
        "<!-- todo-platform review: Preview of prod -->",
        "## Preview of prod",
        "",
        "Worst risk: **data loss**. 1 resource changes, with 1 effect.",
        "",
        "### Data loss",
        "",
        '- **cart** gives keys the prefix "none" instead of "name": its apps do not find what is kept under the old keys  ',
      ],
    ]);
  });

  test.each([
    ["data-loss", 1],
    ["none", 1],
    ["never", 0],
  ])("--fail-on %s ends with %i", async (gate, code) => {
    expect((await runCli(["review", "-", "--fail-on", gate], { input: changing })).code).toBe(code);
  });

  test("a mandatory policy ends with 1, and --json says which", async () => {
    const { code, stdout } = await runCli(["review", "-", "--json"], { input: log({ policyEvent: violation }) });
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      { ok: false, risk: "none", violations: [{ pack: "pack", policy: "p", enforcement: "mandatory", message: "no" }] },
    ]);
  });

  test("--out writes the report, here as SARIF", async () => {
    const [preview, out] = [join(folder, "events.json"), join(folder, "review.sarif")];
    writeFileSync(preview, changing);
    expect((await runCli(["review", preview, "--format", "sarif", "--out", out])).code).toBe(0);
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ level: "error" }] }],
    });
  });

  test.each([
    ["text that is no preview", ["-"], "is no preview"],
    ["a file that is not there", ["/nonexistent"], "name a file"],
    ["an unknown format", ["-", "--format", "pdf"], "'pdf' is no format"],
    ["an unknown risk", ["-", "--fail-on", "fire"], "'fire' is no risk"],
    ["a limit that nothing fits into", ["-", "--limit", "5"], "is no number of characters"],
  ])("refuses %s with 2", async (_, args, message) => {
    const { code, stderr } = await runCli(["review", ...args], { input: args.length === 1 ? "x" : changing });
    expect([code, stderr.includes(message)]).toEqual([2, true]);
  });
});
