import { existsSync, readdirSync } from "node:fs";
import { mkdir, readdir, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../run.ts";
import { waitUntil } from "./processes.ts";
import { clusterCgroup } from "./node-files.ts";

const CGROUPS = "/sys/fs/cgroup";

/** The name of the machine's end of a cluster's veth pair (at most 15 characters). */
export function linkName(cluster: string): string {
  return `todo-${cluster}`.slice(0, 15);
}

/**
 * What all pods together weigh beside what else runs: by default no more than one process (v1) or one slice (v2), so that
 * beside a compiler they would miss their probes. Upstream: docs.kernel.org/admin-guide/cgroup-v2.html, cpu.weight.
 */
export const podWeights = { "cpu.shares": 8 * 1024, "cpu.weight": 4 * 100 } as const;

/** Makes a cluster's cgroup in every hierarchy the machine has. */
export async function createCgroups(cluster: string): Promise<void> {
  for (const hierarchy of hierarchies()) {
    const folder = join(hierarchy, clusterCgroup(cluster));
    await mkdir(folder, { recursive: true });
    for (const [file, weight] of Object.entries(podWeights))
      // Of each hierarchy only one file is there, and a machine without the CPU controller has none.
      if (existsSync(join(folder, file))) await writeFile(join(folder, file), String(weight));
  }
}

/** Removes what a node leaves on the machine when its processes are gone: the link and the empty cgroups. */
export async function removeHostResources(cluster: string): Promise<void> {
  await run("ip", ["link", "delete", linkName(cluster)], { allowFailure: true });
  for (const hierarchy of hierarchies()) {
    const folder = join(hierarchy, clusterCgroup(cluster));
    await waitUntil(() => removeCgroup(folder), 5000);
  }
}

/** Connects a new network namespace to the machine: a veth pair whose other end is `eth0` in the namespace. */
export async function connectNode(cluster: string, pid: number, hostIp: string): Promise<void> {
  const link = linkName(cluster);
  await run("ip", ["link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", String(pid)]);
  await run("ip", ["address", "add", `${hostIp}/30`, "dev", link]);
  await run("ip", ["link", "set", link, "up"]);
}

/** cgroup v2 has one hierarchy, v1 one per controller. */
function hierarchies(): string[] {
  if (existsSync(join(CGROUPS, "cgroup.controllers"))) return [CGROUPS];
  return readdirSync(CGROUPS).map((name) => join(CGROUPS, name));
}

async function removeCgroup(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return true;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await removeCgroup(join(folder, entry.name));
  return rmdir(folder).then(
    () => true,
    () => !existsSync(folder),
  );
}
