import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readJson } from "../cluster/cluster-files.ts";
import type { BuiltImage, Descriptor } from "./build-image.ts";

/** The manifests that an image's folder lists. */
export async function indexOf(folder: string): Promise<readonly Descriptor[]> {
  return (await readJson<{ manifests: Descriptor[] }>(join(folder, "index.json")))?.manifests ?? [];
}

/**
 * Hands `use` a shell command that writes images as one OCI archive, shared layers once. The archive's index lies in
 * `folder` meanwhile.
 */
export async function imageArchive<T>(
  images: readonly BuiltImage[],
  folder: string,
  use: (command: string) => Promise<T>,
): Promise<T> {
  const manifests = await Promise.all(images.map((image) => indexOf(image.folder)));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: manifests.flat() }));
  await writeFile(join(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  const seen = new Set<string>();
  const blobs: string[] = [];
  for (const image of images) {
    const fresh = (await readdir(join(image.folder, "blobs/sha256"))).filter((blob) => !seen.has(blob));
    for (const blob of fresh) seen.add(blob);
    blobs.push(`-C '${image.folder}'`, ...fresh.map((blob) => `blobs/sha256/${blob}`));
  }
  try {
    return await use(`tar -cf - -C '${folder}' oci-layout index.json ${blobs.join(" ")}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
