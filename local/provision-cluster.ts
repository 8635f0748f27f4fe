import { applySystem } from "./cluster/apply-system.ts";
import { startCluster, type Cluster } from "./cluster/start-cluster.ts";
import { loadImages } from "./images/ensure-images.ts";
import { ensureImageStore, seedImages } from "./images/image-store.ts";
import { clusterImages } from "./images/recipes.ts";
import type { Progress } from "./progress.ts";
import { ensureHostPrograms } from "./toolchain/host-packages.ts";
import { ensureDebianRoot } from "./toolchain/debian-root.ts";
import { ensureTools } from "./toolchain/ensure-tools.ts";
import { startTools } from "./toolchain/tools.ts";

/** Builds or finds everything that clusters are made of: tools (Pulumi and helm among them), file systems, images. */
export async function prepareMachine(progress: Progress): Promise<void> {
  await ensureHostPrograms(["mmdebstrap", "buildah"], progress);
  await ensureTools(startTools, progress);
  await ensureDebianRoot("node", progress);
  await ensureImageStore(clusterImages(), progress);
}

/**
 * Everything from a bare machine to a cluster that a stack can be applied to: tools (Pulumi and helm among them), node,
 * images, DNS, storage. What is there already is left alone, so a second call takes a second or two.
 */
export async function provisionCluster(name: string, progress: Progress): Promise<Cluster> {
  await prepareMachine(progress);
  await seedImages(name, clusterImages());
  const cluster = await startCluster(name, progress);
  await loadImages(name, progress);
  await progress.step("DNS and storage", () => applySystem(name));
  return cluster;
}
