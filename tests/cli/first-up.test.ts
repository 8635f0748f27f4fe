import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyingFirst, removeUnfinishedCluster } from "../../cli/first-up.ts";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { createProgress } from "../../local/progress.ts";

let home: string;
const cluster = "first";
const stack = { env: { GIVEN: "1" }, args: [] };
const marker = (): string => join(clusterFiles(cluster).folder, "first-up");
const silent = createProgress({ isTTY: false, write: () => true });

/** The state as the engine's own files keep it. */
const writeState = async (resources: readonly object[]): Promise<void> => {
  const file = join(clusterFiles(cluster).folder, "pulumi/.pulumi/stacks/todo-platform", `${cluster}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ checkpoint: { latest: resources.length === 0 ? undefined : { resources } } }));
};

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "first-up-"));
  vi.stubEnv("XDG_STATE_HOME", home);
  await writeState([]);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});

test("the first run writes its state at its end, and leaves no mark when it has", async () => {
  const env = await applyingFirst(cluster, stack, async (prepared) => {
    expect(existsSync(marker())).toBe(true);
    await writeState([{ type: "pulumi:pulumi:Stack" }]);
    return prepared.env;
  });
  expect(env).toEqual({ GIVEN: "1", PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" });
  expect(existsSync(marker())).toBe(false);
});

test("a run that failed and wrote its state leaves no mark either: the next one goes on", async () => {
  const failing = applyingFirst(cluster, stack, async () => {
    await writeState([{ type: "pulumi:pulumi:Stack" }]);
    throw new Error("refused");
  });
  await expect(failing).rejects.toThrow("refused");
  expect(existsSync(marker())).toBe(false);
});

test("one that was killed leaves a cluster that goes before the next run", async () => {
  await expect(applyingFirst(cluster, stack, () => Promise.reject(new Error("killed")))).rejects.toThrow("killed");
  expect(existsSync(marker())).toBe(true);
  await removeUnfinishedCluster(cluster, silent);
  expect(existsSync(clusterFiles(cluster).folder)).toBe(false);
});

test("a cluster with a state writes every step, and is never removed", async () => {
  await writeState([{ type: "pulumi:pulumi:Stack" }]);
  expect(await applyingFirst(cluster, stack, ({ env }) => Promise.resolve(env))).toEqual({ GIVEN: "1" });
  await removeUnfinishedCluster(cluster, silent);
  expect(existsSync(clusterFiles(cluster).folder)).toBe(true);
});
