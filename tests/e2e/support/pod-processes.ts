import { readdir, readFile } from "node:fs/promises";
import { clusterCgroup } from "../../../local/cluster/node-files.ts";

/** A process of a pod, as the machine sees it. */
export interface PodProcess {
  readonly pid: number;
  readonly command: string;
  /** Its environment, `NAME=value`. */
  readonly environment: readonly string[];
}

const read = (pid: string, file: string): Promise<string> => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");

/** The processes of a cluster's pods: those in its cgroup, so of no other cluster. */
export const podProcesses = async (cluster: string): Promise<PodProcess[]> => {
  const marker = clusterCgroup(cluster);
  const found: PodProcess[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const inCluster = (await read(pid, "cgroup"))
      .split("\n")
      .some((line) => line.endsWith(marker) || line.includes(`${marker}/`));
    if (!inCluster) continue;
    const command = (await read(pid, "cmdline")).replaceAll("\0", " ").trim();
    found.push({ pid: Number(pid), command, environment: (await read(pid, "environ")).split("\0") });
  }
  return found;
};
