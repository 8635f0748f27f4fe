import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { componentYaml, subscriptionYaml } from "../infra/lint/yaml.ts";

const folder = mkdtempSync(join(tmpdir(), "lint-"));
const good = componentYaml("state", "state.in-memory");
const bad = componentYaml("state", "state.in-memory", { nothing: "1" });
const warned = componentYaml("kafka", "pubsub.kafka", { brokers: "k:9092", authType: "none", consumerGroup: "all" });

beforeAll(() => {
  mkdirSync(join(folder, "deep/er"), { recursive: true });
  mkdirSync(join(folder, "deep/node_modules"));
  mkdirSync(join(folder, "empty"));
  const files = { "good.yaml": good, "bad.yaml": bad, "warned.yml": warned, "broken.yaml": "a: [1\n" };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "deep/er/bad.yml"), bad);
  writeFileSync(join(folder, "deep/notes.txt"), bad);
  writeFileSync(join(folder, "deep/node_modules/bad.yaml"), bad);
  writeFileSync(join(folder, "binary.yaml"), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string, args: readonly string[], input?: string) => {
  const entry = ["--trace-uncaught", "cli/main.ts", command, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, entry, { encoding: "utf8", input: input ?? "" });
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
  return { status, stdout, stderr };
};
const lint = (...args: readonly string[]) => run("lint", args);
const at = (name: string): string => join(folder, name);

describe("todo-platform lint", () => {
  test.each([
    ["without a mistake", ["good.yaml"], 0],
    ["with a warning", ["warned.yml"], 0],
    ["with a warning under --strict", ["--strict", "warned.yml"], 1],
    ["with an error", ["good.yaml", "bad.yaml"], 1],
    ["for a folder and what is below it", ["deep"], 1],
    ["for text that is no YAML", ["broken.yaml"], 2],
    ["for a file that is no text", ["binary.yaml"], 2],
    ["for a file that is not there", ["nothing.yaml"], 2],
    ["for a folder without YAML", ["empty"], 2],
    ["without files", [], 2],
    ["for a release that nobody knows", ["--dapr", "2.0", "good.yaml"], 2],
    ["for two forms at once", ["--json", "--sarif", "good.yaml"], 2],
    ["for an unknown option", ["--fix", "good.yaml"], 2],
  ])("ends %s: %j -> %i", (_, args, status) => {
    const named = args.map((arg) => (/^(--|2\.0)/.test(arg) ? arg : at(arg)));
    expect(lint(...named).status).toBe(status);
  });

  test("reads stdin for -, and names it so", () => {
    const { status, stdout } = run("lint", ["-"], bad);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^stdin:9:15 error TP0504 spec\.metadata\[0\]\.name: /);
  });

  test("searches folders for YAML of both endings, and leaves other people's packages out", () => {
    const { stdout } = lint("--json", at("deep"));
    const { problems } = JSON.parse(stdout) as { problems: { file: string }[] };
    expect(problems.map(({ file }) => file)).toEqual([at("deep/er/bad.yml")]);
  });

  test("--json is one document with every problem, also with what could not be read", () => {
    const { status, stdout } = lint("--json", at("bad.yaml"), at("nothing.yaml"));
    const report = JSON.parse(stdout) as { ok: boolean; problems: { code: string }[] };
    expect([status, report.ok, report.problems.map(({ code }) => code)]).toEqual([2, false, ["unreadable", "TP0504"]]);
  });

  test("--sarif is one document on stdout", () => {
    const { status, stdout } = lint("--sarif", at("bad.yaml"));
    const { version, runs } = JSON.parse(stdout) as { version: string; runs: { results: unknown[] }[] };
    expect([status, version, runs[0]?.results.length]).toEqual([1, "2.1.0", 1]);
  });

  test("--dapr judges by another release", () => {
    const server =
      "apiVersion: dapr.io/v1alpha1\nkind: MCPServer\nmetadata: { name: m }\nspec:\n  endpoint:\n    streamableHTTP: { url: http://m/mcp }\n";
    expect(run("lint", ["-"], server).status).toBe(0);
    expect(run("lint", ["--dapr", "1.16", "-"], server).stdout).toContain("TP0608");
  });

  test("several files are judged together", () => {
    const subscription = subscriptionYaml("kafkaa");
    writeFileSync(at("subscription.yaml"), subscription);
    expect(lint(at("subscription.yaml")).status).toBe(0);
    expect(lint(at("warned.yml"), at("subscription.yaml")).stdout).toContain('Did you mean "kafka"?');
  });

  test("starts without loading Pulumi or anything of the platform", () => {
    const hook = `import { registerHooks } from "node:module";
      registerHooks({ load(url, context, next) { process.stderr.write("LOADED " + url + "\\n"); return next(url, context); } });`;
    const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
    const { stderr } = spawnSync(process.execPath, ["--import", preload, "cli/main.ts", "lint", at("good.yaml")], {
      encoding: "utf8",
    });
    const loaded = stderr.split("\n").filter((line) => line.startsWith("LOADED "));
    expect(loaded.length).toBeGreaterThan(20);
    expect(
      loaded.filter((line) =>
        /@pulumi|kubernetes\/client|infra\/(components|stacks|verify)|infra\/model\/todo/.test(line),
      ),
    ).toEqual([]);
  });

  test("the published entry lints on a machine that could not run a cluster", () => {
    const env = { ...process.env, PATH: "/nonexistent" };
    const args = ["local/bootstrap.mjs", "lint", at("bad.yaml")];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8", env });
    expect(status).toBe(1);
    expect(stdout).toContain("1 file: 1 error, 0 warnings.");
  });
});

describe("todo-platform import", () => {
  test("writes TypeScript to stdout", () => {
    const { status, stdout } = run("import", [at("good.yaml")]);
    expect(status).toBe(0);
    expect(stdout).toContain('component("state.in-memory/v1", {})');
    expect(stdout).toContain('from "./infra/model/dapr/define-component.ts"');
  });

  test("writes a file whose imports lead to the model", () => {
    const out = at("deep/imported.ts");
    expect(run("import", ["--out", out, at("bad.yaml")]).status).toBe(0);
    const [path = ""] = /"([^"]+)\/define-component\.ts"/.exec(readFileSync(out, "utf8"))?.slice(1) ?? [];
    expect(join(folder, "deep", path)).toBe(join(process.cwd(), "infra/model/dapr"));
  });

  test.each([
    ["a file that is not there", ["nothing.yaml"]],
    ["text that is no YAML", ["broken.yaml"]],
    ["nothing", []],
    ["a folder that cannot be written to", ["--out", "none/x.ts", "good.yaml"]],
  ])("ends with 2 for %s", (_, args) => {
    expect(
      run(
        "import",
        args.map((arg) => (arg === "--out" ? arg : at(arg))),
      ).status,
    ).toBe(2);
  });

  test("--json holds the TypeScript", () => {
    const { stdout } = run("import", ["--json", "-"], good);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, problems: [] });
    expect((JSON.parse(stdout) as { typescript: string }).typescript).toContain("export const manifests = [state];");
  });
});
