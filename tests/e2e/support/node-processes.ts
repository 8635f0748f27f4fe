import { existsSync } from "node:fs";
import { expect } from "vitest";
import { readJson, type SupervisorStatus } from "../../../local/cluster/cluster-files.ts";
import { eventually } from "./eventually.ts";
import { podProcesses } from "./pod-processes.ts";

/** Process id, on the host, of the node's first process. */
export const initOf = async (files: { readonly status: string }): Promise<number> =>
  (await readJson<SupervisorStatus>(files.status))?.init ?? Number.NaN;

/** The kernel ends every process of the node with its first one; pods are looked for in the cluster's cgroup, too. */
export const nothingRuns = async (cluster: string, init: number): Promise<void> => {
  await eventually(() => Promise.resolve(expect(existsSync(`/proc/${init}`)).toBe(false)));
  expect(await podProcesses(cluster)).toEqual([]);
};
