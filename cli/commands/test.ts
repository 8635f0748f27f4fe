import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../../local/paths.ts";
import type { Command, CommandResult } from "../command.ts";

const runNode = (args: readonly string[], env: NodeJS.ProcessEnv = process.env): CommandResult => {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", cwd: repositoryRoot, env });
  return { ok: status === 0, problems: [], exitCode: status ?? 1 };
};

export const testCommand: Command = {
  usage: "[arguments of vitest]",
  summary: "Run unit, engine, cluster and browser tests on a cluster of their own.",
  details: "The cluster is named test, takes free ports and never touches local. Prints `N passed, N failed` last.",
  passThrough: true,
  run: ({ args }) => Promise.resolve(runNode(["tests/runner/run-tests.ts", ...args])),
};

export const testLongCommand: Command = {
  usage: "[arguments of vitest]",
  summary: "Run the tests that take longer: faults, restarts, recovery.",
  details: "They use a cluster of their own, like the others.",
  passThrough: true,
  run: ({ args }) =>
    Promise.resolve(runNode(["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.long.config.ts", ...args])),
};

export const testColdCommand: Command = {
  usage: "",
  summary: "Run `npm test` with an empty HOME and empty caches, as on a fresh machine.",
  details: "Takes up to an hour and 20 GB of disk for the time being; everything it makes is removed at the end.",
  passThrough: true,
  run: () => {
    const home = mkdtempSync(join(tmpdir(), "todo-platform-cold-"));
    const env: NodeJS.ProcessEnv = { ...process.env, HOME: home };
    for (const variable of ["XDG_CACHE_HOME", "XDG_STATE_HOME", "GOMODCACHE", "GOCACHE", "npm_config_cache"])
      delete env[variable];
    const clone = join(home, "checkout");
    const cloned = spawnSync("git", ["clone", "--quiet", repositoryRoot, clone], { stdio: "inherit", env });
    const tested = cloned.status === 0 ? spawnSync("npm", ["test"], { stdio: "inherit", cwd: clone, env }) : cloned;
    // Go makes its module cache read-only.
    spawnSync("chmod", ["-R", "u+w", home]);
    rmSync(home, { recursive: true, force: true });
    return Promise.resolve({ ok: tested.status === 0, problems: [], exitCode: tested.status ?? 1 });
  },
};
