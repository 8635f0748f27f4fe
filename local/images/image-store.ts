import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { clusterFiles } from "../cluster/cluster-files.ts";
import { cacheRoot } from "../paths.ts";
import type { Progress } from "../progress.ts";
import { run } from "../run.ts";
import { debianRootDir, ensureDebianRoot } from "../toolchain/debian-root.ts";
import { store } from "../toolchain/store.ts";
import { imageFolder } from "./build-image.ts";
import { ensureImages } from "./ensure-images.ts";
import { imageArchive } from "./image-archive.ts";
import type { ImageRecipe } from "./recipes.ts";

/** The folder in the cache with the data of a containerd that has the images; its name changes with each of them. */
export function imageStoreDir(recipes: readonly ImageRecipe[]): string {
  const parts = [debianRootDir("node"), ...recipes.map(imageFolder)].map((folder) => folder.replace(cacheRoot(), ""));
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return join(cacheRoot(), `image-store-${key.slice(0, 12)}`);
}

/** Unpacks images once for all clusters, unless that is done. */
export async function ensureImageStore(recipes: readonly ImageRecipe[], progress: Progress): Promise<void> {
  const folder = imageStoreDir(recipes);
  if (existsSync(folder)) return;
  const images = await ensureImages(recipes, progress);
  const root = await ensureDebianRoot("node", progress);
  await progress.step(`unpack ${images.length} images (about 30 s)`, () =>
    store(folder, async (temporary) => {
      const data = join(temporary, "containerd");
      await mkdir(data);
      const script = join(import.meta.dirname, "unpack-images.sh");
      const inside = `unshare --mount --pid --fork --kill-child sh '${script}' '${root}' '${data}'`;
      await imageArchive(images, join(temporary, "index"), (archive) => run("sh", ["-c", `${archive} | ${inside}`]));
    }),
  );
}

/**
 * Gives a new cluster the unpacked images: files as links, since nobody writes to them, and databases of its own. A
 * cluster that was started before has its images.
 */
export async function seedImages(cluster: string, recipes: readonly ImageRecipe[]): Promise<void> {
  const target = join(clusterFiles(cluster).folder, "data/containerd");
  const source = join(imageStoreDir(recipes), "containerd");
  if (existsSync(target) || !existsSync(source)) return;
  const draft = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  // Links end at a file system's border.
  await run("sh", [
    "-c",
    `cp -al '${source}' '${draft}' 2>/dev/null || { rm -rf '${draft}'; cp -a '${source}' '${draft}'; }`,
  ]);
  // Written by a running containerd; everything else of its data is never changed again once it is there.
  const copy = 'for file; do cp -p "$file" "$file.own" && mv "$file.own" "$file"; done';
  await run("find", [draft, "-maxdepth", "2", "-name", "*.db", "-exec", "sh", "-c", copy, "sh", "{}", "+"]);
  await rename(draft, target).catch(async (failure: unknown) => {
    await rm(draft, { recursive: true });
    // Another start was faster.
    if (!existsSync(target)) throw failure;
  });
}
