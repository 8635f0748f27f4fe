import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { localStack } from "../../cli/stack.ts";
import type { PreparedStack } from "../../local/pulumi/prepare-stack.ts";
import { runProgram, type ProgramResult } from "./support/run-program.ts";

const platform = inject("platform");

let folder: string;
let stack: PreparedStack;
let config: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "todo-refusals-"));
  stack = await localStack(platform.cluster);
  config = await readFile(stack.args[3] ?? "", "utf8");
});
afterAll(() => rm(folder, { recursive: true }));

const pulumi = (args: readonly string[], env = stack.env): Promise<ProgramResult> =>
  runProgram("pulumi", [...args, "--non-interactive", "--color=never", "--stack", platform.cluster], { env });
const stateOf = async (): Promise<string> => (await pulumi(["stack", "export"])).stdout;

/** Runs a command of the engine on a changed config. */
const withConfig = async (command: readonly string[], edit: (text: string) => string): Promise<ProgramResult> => {
  const file = join(folder, "Pulumi.changed.yaml");
  const changed = edit(config);
  expect(changed).not.toBe(config);
  await writeFile(file, changed);
  return pulumi([...command, "--config-file", file]);
};

const target = (text: string): string => text.replace("todo-platform:target: local", "todo-platform:target: lokal");
const key = (text: string): string => text.replace("todo-platform:registry:", "todo-platform:regsitry:");
const noTarget =
  'error TP0001 at todo-platform:target: is no target (value: "lokal")\n      remedy: Did you mean "local"?';

describe("the engine refuses, tells the remedy without a stack trace and applies nothing:", () => {
  test.each([
    { what: "a wrong target", edit: target, problems: [noTarget] },
    {
      what: "an unknown key, and the one that is missing for it",
      edit: key,
      problems: [
        "error TP0002 at todo-platform:registry: ",
        "error TP0003 at todo-platform:regsitry: is no key of this target's config",
        'remedy: Did you mean "registry"?',
      ],
    },
    {
      what: "both at once",
      edit: (text: string) => key(target(text)),
      problems: [
        "The platform has 2 problem(s); nothing was applied.",
        noTarget,
        "error TP0003 at todo-platform:regsitry: is no key of this target's config",
      ],
    },
  ])("$what", async ({ edit, problems }) => {
    const before = await stateOf();
    const { code, stdout, stderr } = await withConfig(["preview"], edit);
    expect(code).not.toBe(0);
    const output = stdout + stderr;
    for (const problem of problems) expect(output).toContain(problem);
    expect(output).not.toMatch(/\n\s+at .*(\.ts|\.js|node:)/);
    expect(await stateOf()).toBe(before);
  });

  test("a wrong target on up as well", async () => {
    const before = JSON.parse(await stateOf()) as { deployment: { resources: unknown[] } };
    const { code, stdout } = await withConfig(["up", "--yes", "--skip-preview"], target);
    expect(code).not.toBe(0);
    expect(stdout).toContain(noTarget);
    const after = JSON.parse(await stateOf()) as { deployment: { resources: unknown[] } };
    expect(after.deployment.resources).toHaveLength(before.deployment.resources.length);
  });

  test("a stack without its passphrase", async () => {
    const env = { ...stack.env };
    delete env["PULUMI_CONFIG_PASSPHRASE_FILE"];
    delete env["PULUMI_CONFIG_PASSPHRASE"];
    const { code, stderr } = await pulumi(["preview", "--config-file", stack.args[3] ?? ""], env);
    expect(code).not.toBe(0);
    expect(stderr).toContain("passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE");
  });
});
