import { expect, test } from "vitest";
import { runCli } from "../e2e/support/run-program.ts";

test("graph --json is one document with nodes and edges", async () => {
  const { code, stdout } = await runCli(["graph", "--profile", "s3", "--json"]);
  const { ok, nodes, edges } = JSON.parse(stdout) as { ok: boolean; nodes: object[]; edges: object[] };
  expect([code, ok, nodes.length, edges.length]).toEqual([0, true, 7, 10]);
  expect(nodes[0]).toEqual({ id: "app:backend-service", kind: "app", name: "backend-service" });
});

test.each([
  [["--format", "graphviz"], "Use one of the declared formats: mermaid, svg, json."],
  [["--target", "docks"], 'Did you mean "doks"?'],
  [["--profile", "constructor"], "Use one of the declared profiles"],
  [["--out", "/nonexistent/graph.svg"], "name a file in a folder"],
])("graph %j ends with 2 and the remedy", async (args, remedy) => {
  const { code, stderr } = await runCli(["graph", ...args]);
  expect([code, stderr.includes(remedy)]).toEqual([2, true]);
});
