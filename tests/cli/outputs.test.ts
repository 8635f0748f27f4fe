import { describe, expect, test } from "vitest";
import { runCli } from "../e2e/support/run-program.ts";

const canary = "hunter-2-canary";
const shown = {
  target: "local",
  namespace: "todo-app",
  images: { "todo-backend": "r/todo-backend@sha256:1" },
  versions: { dapr: "1.18.2" },
  demoUser: { username: "demo", password: canary },
};
const outputs = (input: string, ...args: string[]) => runCli(["outputs", "--file", "-", ...args], { input });

describe("todo-platform outputs", () => {
  test("prints a line for each output, the secret ones hidden", async () => {
    const { code, stdout } = await outputs(JSON.stringify(shown));
    expect([code, stdout]).toEqual([
      0,
      `target local
namespace todo-app
images.todo-backend r/todo-backend@sha256:1
versions.dapr 1.18.2
demoUser.username demo
demoUser.password [secret]
`,
    ]);
  });

  test("--json is one document that says which outputs are secret, and shows none", async () => {
    const { code, stdout } = await outputs(JSON.stringify(shown), "--json");
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      {
        ok: true,
        problems: [],
        outputs: { ...shown, demoUser: { username: "demo", password: "[secret]" } },
        secrets: ["operatorsPage.token", "demoUser.password"],
      },
    ]);
  });

  test("--show-secrets shows them", async () => {
    const { stdout } = await outputs(JSON.stringify(shown), "--json", "--show-secrets");
    expect(JSON.parse(stdout)).toMatchObject({ outputs: shown });
  });

  test("refuses what is no output with 1, by its path and without a value", async () => {
    const { code, stdout, stderr } = await outputs(JSON.stringify({ ...shown, secret: canary, versions: {} }));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("error: versions.dapr: ");
    expect(stderr).toContain("error: secret: is no output of this version");
    expect(stderr).not.toContain(canary);
  });

  test.each([
    ["text that is no JSON", `{ "password": ${canary}`, ["--file", "-"]],
    ["a file that is not there", "", ["--file", "/nonexistent/outputs.json"]],
  ])("refuses %s with 2 and without quoting it", async (_, input, args) => {
    const { code, stdout, stderr } = await runCli(["outputs", ...args, "--json"], { input });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ code: "usage" }] });
    expect(stdout + stderr).not.toContain(canary);
  });
});
