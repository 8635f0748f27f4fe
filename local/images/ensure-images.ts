import { existsSync } from "node:fs";
import type { Progress } from "../progress.ts";
import { ensureDebianRoot } from "../toolchain/debian-root.ts";
import { ensureTools } from "../toolchain/ensure-tools.ts";
import { readPlan } from "../cluster/cluster-files.ts";
import { buildImage, imageFolder, type BuiltImage } from "./build-image.ts";
import { importImages, missingImages, pushedReference, pushImage } from "./load-images.ts";
import { infrastructureImages, nodeBaseImage, type ImageRecipe } from "./recipes.ts";
import { serverRecipes, type ServerName } from "./server-recipes.ts";

/** Assembles images from packages, unless they are in the cache. */
export async function ensureImages(recipes: readonly ImageRecipe[], progress: Progress): Promise<BuiltImage[]> {
  await ensureTools([...new Set(recipes.flatMap(({ tools }) => tools))], progress);
  const roots = new Set(recipes.map(({ root }) => root));
  for (const root of roots) if (root !== undefined) await ensureDebianRoot(root, progress);
  const images: BuiltImage[] = [];
  for (const recipe of recipes) {
    const build = (): Promise<BuiltImage> => buildImage(recipe);
    images.push(
      existsSync(imageFolder(recipe)) ? await build() : await progress.step(`assemble ${recipe.reference}`, build),
    );
  }
  return images;
}

/** Sees to it that a running cluster has images, assembled where they are missing. */
export async function provideImages(
  cluster: string,
  recipes: readonly ImageRecipe[],
  progress: Progress,
): Promise<void> {
  const images = await ensureImages(recipes, progress);
  const missing = await missingImages(cluster, images);
  if (missing.length > 0) await progress.step(`load ${missing.length} images`, () => importImages(cluster, missing));
}

/** Sees to it that a running cluster has the images of the servers that its stack chooses. */
export async function loadServerImages(
  cluster: string,
  servers: readonly ServerName[],
  progress: Progress,
): Promise<void> {
  const recipes = serverRecipes();
  if (servers.length > 0)
    await provideImages(
      cluster,
      servers.map((server) => recipes[server]),
      progress,
    );
}

/** Sees to it that a running cluster has the infrastructure's images; returns the reference of the apps' base image. */
export async function loadImages(cluster: string, progress: Progress): Promise<string> {
  await provideImages(cluster, infrastructureImages(), progress);
  const [base] = await ensureImages([nodeBaseImage()], progress);
  const plan = await readPlan(cluster);
  if (base === undefined || plan === undefined) throw new Error(`cluster ${cluster} does not run`);
  return pushImage(plan.registry, base);
}

/** Reference of the apps' base image in a registry; undefined while it is not built. */
export async function baseImageReference(registry: string): Promise<string | undefined> {
  const recipe = nodeBaseImage();
  return existsSync(imageFolder(recipe)) ? pushedReference(registry, await buildImage(recipe)) : undefined;
}
