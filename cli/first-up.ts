import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clusterFiles } from "../local/cluster/cluster-files.ts";
import { destroyCluster } from "../local/cluster/stop-cluster.ts";
import type { PreparedStack } from "../local/pulumi/prepare-stack.ts";
import type { Progress } from "../local/progress.ts";
import { project } from "../infra/config.ts";
import { wasApplied } from "./applied-kubeconfig.ts";

/** Variables of a run of the engine that writes its state once, at its end. */
export const stateAtTheEnd = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };

const marker = (cluster: string): string => join(clusterFiles(cluster).folder, "first-up");

const hasState = async (cluster: string): Promise<boolean> => {
  const file = join(clusterFiles(cluster).folder, "pulumi/.pulumi/stacks", project, `${cluster}.json`);
  const { checkpoint } = JSON.parse(await readFile(file, "utf8")) as {
    checkpoint: { latest?: { resources?: readonly unknown[] } };
  };
  return (checkpoint.latest?.resources ?? []).length > 0;
};

/**
 * A first `up` that was killed has written no state of what it made. Nothing was in use yet, so its cluster goes, and the
 * next one begins anew.
 */
export const removeUnfinishedCluster = async (cluster: string, progress: Progress): Promise<void> => {
  if (!existsSync(marker(cluster))) return;
  await progress.step("remove what a killed first start has left", () => destroyCluster(cluster));
};

/**
 * Runs a cluster's first `up` with the state written once, at its end: the engine writes the whole state twice for every
 * resource, which takes longer than making them. A run that ends by itself, well or not, writes it; one that is killed
 * leaves a mark for {@link removeUnfinishedCluster}. Every later `up` writes each step.
 */
export const applyingFirst = async <T>(
  cluster: string,
  stack: PreparedStack,
  apply: (stack: PreparedStack) => Promise<T>,
): Promise<T> => {
  if (wasApplied(cluster) || (await hasState(cluster))) return apply(stack);
  await writeFile(marker(cluster), "", { mode: 0o600 });
  try {
    return await apply({ ...stack, env: { ...stack.env, ...stateAtTheEnd } });
  } finally {
    if (await hasState(cluster)) await rm(marker(cluster));
  }
};
