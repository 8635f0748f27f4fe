import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { runningVersions, type RunningWorkload } from "../infra/upgrades/running-versions.ts";
import { stateVersions } from "../infra/upgrades/state-versions.ts";
import type { PartVersions } from "../infra/upgrades/upgrade-plan.ts";
import { clusterFiles } from "../local/cluster/cluster-files.ts";
import { toolDir } from "../local/paths.ts";
import { requireRunning } from "./running.ts";
import { parseDocument, printedOf, readText, refusal, type StackSource } from "./stack-source.ts";

const execute = promisify(execFile);

/** Where the running versions are told: by a stack's state (of a file, or of a stack), or by a cluster. */
export interface PartsSource extends StackSource {
  /** @default the embedded cluster's */
  readonly kubeconfig?: string;
}

const ofCluster = async (kubeconfig: string): Promise<PartVersions> => {
  const kubectl = async <T>(...args: string[]): Promise<T> => {
    const all = ["--kubeconfig", kubeconfig, ...args, "-o", "json"];
    const { stdout } = await execute(join(toolDir("kubernetes"), "bin/kubectl"), all, { maxBuffer: 2 ** 28 });
    return JSON.parse(stdout) as T;
  };
  const { serverVersion } = await kubectl<{ serverVersion: { gitVersion: string } }>("version");
  // Operators make pods by ways of their own, so the pods are looked at, too.
  const { items } = await kubectl<{ items: RunningWorkload[] }>("get", "deployments,statefulsets,pods", "-A");
  return runningVersions(items, serverVersion.gitVersion);
};

const ofState = (text: string, path: string): PartVersions => {
  const remedy = "pass what pulumi stack export prints";
  const versions = stateVersions(parseDocument(text, path, remedy));
  if (versions === undefined) throw refusal("usage", path, "is no state of a stack", remedy);
  return versions;
};

/**
 * Versions of the parts that run.
 * @throws UserError when nothing tells them
 */
export const runningParts = async ({ file, stack, kubeconfig, cluster }: PartsSource): Promise<PartVersions> => {
  if (file !== undefined) return ofState(readText(file), file);
  if (stack !== undefined) {
    const args = ["stack", "export", "--stack", stack];
    return ofState(await printedOf(stack, "state-unread", args, process.env), stack);
  }
  if (kubeconfig !== undefined) return ofCluster(kubeconfig);
  await requireRunning(cluster);
  return ofCluster(clusterFiles(cluster).kubeconfig);
};
