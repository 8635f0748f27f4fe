import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { withLock } from "../toolchain/lock.ts";
import { clusterFiles, readJson, type SupervisorStatus } from "./cluster-files.ts";
import { removeHostResources } from "./host-resources.ts";
import { readPidFile, signal, waitUntil } from "./processes.ts";

const GRACE_MS = 20_000;

/** Stops a cluster and keeps its data; true when it ran. */
export async function stopCluster(name: string): Promise<boolean> {
  return withLock(clusterFiles(name).lock, () => endCluster(name));
}

/** Stops a cluster and removes everything of it: processes, mounts, link, cgroups, state. */
export async function destroyCluster(name: string): Promise<void> {
  const files = clusterFiles(name);
  await withLock(files.lock, async () => {
    await endCluster(name);
    await rm(files.folder, { recursive: true, force: true });
  });
  await rm(files.lock, { force: true });
}

/** Ends a cluster's processes, first by asking, and removes what a killed one leaves. For holders of the lock. */
export async function endCluster(name: string): Promise<boolean> {
  const files = clusterFiles(name);
  const supervisor = await readPidFile(files.pid);
  const init = (await readJson<SupervisorStatus>(files.status))?.init;
  if (supervisor !== undefined) {
    signal(supervisor, "SIGTERM");
    await waitUntil(async () => (await readPidFile(files.pid)) === undefined, GRACE_MS);
    if ((await readPidFile(files.pid)) !== undefined) signal(supervisor, "SIGKILL");
    // The kernel ends the node together with its supervisor; that takes a moment.
    if (init !== undefined) await waitUntil(() => !existsSync(`/proc/${init}`), 5000);
  }
  await removeHostResources(name);
  await Promise.all([files.pid, files.status].map((file) => rm(file, { force: true })));
  return supervisor !== undefined;
}
