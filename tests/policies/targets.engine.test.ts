import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { withPolicyPack } from "../../cli/policy-pack.ts";
import { repositoryRoot } from "../../local/paths.ts";
import { prepareStack } from "../../local/pulumi/prepare-stack.ts";

/** What a stack of this repository takes besides its file. */
const more: Readonly<Record<string, object>> = { local: { "todo-platform:registry": "registry.example.com" } };

test.each(["local", "dev", "prod", "prod-doks"])("the preview of Pulumi.%s.yaml breaks no rule", async (stack) => {
  const stateDir = await mkdtemp(join(tmpdir(), "judged-"));
  const { config } = parse(await readFile(`Pulumi.${stack}.yaml`, "utf8")) as { config: object };
  const env = { ...process.env, TODO_PLATFORM_PROVIDER: "bundled", TODO_PLATFORM_CLOUDS: "recorded" };
  const prepared = await prepareStack({
    stateDir,
    stack,
    program: repositoryRoot,
    config: { ...config, ...more[stack] },
    env,
  });
  const args = [...withPolicyPack(["preview", "--non-interactive"]), ...prepared.args];
  const { status, stdout } = spawnSync("pulumi", args, { cwd: repositoryRoot, env: prepared.env, encoding: "utf8" });
  await rm(stateDir, { recursive: true });
  expect(stdout).toContain("✅ todo-policies@v1.0.0");
  expect(stdout).toMatch(/\+ \d{3} to create/);
  expect(status).toBe(0);
});
