import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clusterFiles } from "../local/cluster/cluster-files.ts";
import type { PreparedStack } from "../local/pulumi/prepare-stack.ts";
import { runPulumi } from "./pulumi-up.ts";

const checksum = async (cluster: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(clusterFiles(cluster).kubeconfig))
    .digest("hex");

const record = (cluster: string): string => join(clusterFiles(cluster).folder, "applied-kubeconfig");

/** Whether an `up` of the cluster's stack has ever come to its end. */
export const wasApplied = (cluster: string): boolean => existsSync(record(cluster));

/** Remembers by which kubeconfig the stack was last applied. */
export const rememberKubeconfig = async (cluster: string): Promise<void> =>
  writeFile(record(cluster), await checksum(cluster), { mode: 0o600 });

/**
 * `refresh` and `destroy` reach a cluster by the kubeconfig in the stack's state, which knows the apiserver's old port
 * when another one was chosen since. An `up` without refresh teaches it the new one.
 */
export const learnKubeconfig = async (
  cluster: string,
  stack: PreparedStack,
  note: (text: string) => void,
): Promise<void> => {
  if (!wasApplied(cluster) || (await readFile(record(cluster), "utf8")) === (await checksum(cluster))) return;
  await runPulumi(["up", "--yes", "--skip-preview"], stack, clusterFiles(cluster).logs, note);
};
