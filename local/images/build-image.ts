import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { cp, link, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { cacheRoot, repositoryRoot } from "../paths.ts";
import { run } from "../run.ts";
import { debianRootDir, type RootName } from "../toolchain/debian-root.ts";
import { store } from "../toolchain/store.ts";
import type { ImageRecipe } from "./recipes.ts";

/** A blob of an image: what the OCI specification calls a descriptor. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** An image in the cache, as an OCI layout folder. */
export interface BuiltImage {
  readonly reference: string;
  readonly folder: string;
}

const LAYER_TYPE = "application/vnd.oci.image.layer.v1.tar";
const CONFIG_TYPE = "application/vnd.oci.image.config.v1+json";
/** The media type of an image's manifest. */
export const MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";
// Part of every key: raise it when the way images are written changes.
const FORMAT = 4;
// The same input gives the same bytes: names sorted, times zero.
const TAR = ["--sort=name", "--mtime=@0", "--numeric-owner", "--format=gnu"];
// Nothing at run time reads them, or the runtime mounts over them.
const LEFT_OUT = [
  ...["./dev/*", "./proc/*", "./sys/*", "./run/*", "./tmp/*", "./var/cache/*", "./var/lib/apt/*", "./var/log/*"],
  ...["./usr/share/doc/*", "./usr/share/man/*", "./usr/share/locale/*", "./usr/share/info/*", "./usr/share/perl/*"],
  // PostgreSQL's just-in-time compiler: a third of its image, and off when the library is not there.
  ...[
    "./usr/lib/x86_64-linux-gnu/libLLVM*",
    "./usr/lib/postgresql/*/lib/llvmjit*",
    "./usr/lib/postgresql/*/lib/bitcode",
  ],
  ...[
    "./usr/lib/x86_64-linux-gnu/libz3*",
    "./usr/lib/x86_64-linux-gnu/perl",
    "./usr/share/i18n",
    "./var/lib/postgresql/*",
  ],
];

/** The folder of an image in the cache; its name changes with everything the image is made of. */
export function imageFolder(recipe: ImageRecipe): string {
  // Wherever cache and checkout are: what is copied from them is pinned.
  const parts = JSON.stringify([FORMAT, recipe, recipe.root && debianRootDir(recipe.root)])
    .replaceAll(cacheRoot(), "")
    .replaceAll(repositoryRoot, "");
  const name = recipe.reference.replace(/^.*\//, "").replace(/:.*$/, "");
  return join(cacheRoot(), `image-${name}-${createHash("sha256").update(parts).digest("hex").slice(0, 12)}`);
}

/** Assembles an image unless it is in the cache: one layer for its root file system, one for its own files. */
export async function buildImage(recipe: ImageRecipe): Promise<BuiltImage> {
  const root = recipe.root === undefined ? undefined : await rootLayer(recipe.root);
  const folder = await store(imageFolder(recipe), async (temporary) => {
    const blobs = join(temporary, "blobs/sha256");
    await mkdir(blobs, { recursive: true });
    const layers: Descriptor[] = [];
    if (root !== undefined) layers.push(await addBlob(blobs, LAYER_TYPE, join(root, "layer.tar")));
    layers.push(await addBlob(blobs, LAYER_TYPE, await filesLayer(recipe, temporary)));
    await writeIndex(recipe, temporary, blobs, layers);
  });
  return { reference: recipe.reference, folder };
}

/** A Debian root file system as a layer; kept, because several images start with it. */
function rootLayer(root: RootName): Promise<string> {
  const source = debianRootDir(root);
  return store(`${source}-layer-${FORMAT}`, async (temporary) => {
    const excludes = LEFT_OUT.map((pattern) => `--exclude=${pattern}`);
    await run("tar", ["-C", source, ...TAR, ...excludes, "-cf", join(temporary, "layer.tar"), "."]);
  });
}

async function filesLayer(recipe: ImageRecipe, temporary: string): Promise<string> {
  const stage = join(temporary, "stage");
  await mkdir(join(stage, "tmp"), { recursive: true });
  await run("chmod", ["1777", join(stage, "tmp")]);
  for (const [path, source] of Object.entries(recipe.copy ?? {})) {
    await mkdir(dirname(join(stage, path)), { recursive: true });
    await cp(source, join(stage, path), { recursive: true, dereference: true });
  }
  for (const [path, content] of Object.entries(recipe.files ?? {})) {
    await mkdir(dirname(join(stage, path)), { recursive: true });
    await writeFile(join(stage, path), content, { mode: content.startsWith("#!") ? 0o755 : 0o644 });
  }
  const layer = join(temporary, "layer.tar");
  const entries = (await readdir(stage)).sort();
  await run("tar", ["-C", stage, ...TAR, "--owner=0", "--group=0", "-cf", layer, ...entries]);
  await rm(stage, { recursive: true });
  return layer;
}

async function writeIndex(
  recipe: ImageRecipe,
  folder: string,
  blobs: string,
  layers: readonly Descriptor[],
): Promise<void> {
  const config = {
    architecture: "amd64",
    os: "linux",
    created: "1970-01-01T00:00:00Z",
    config: recipe.config,
    rootfs: { type: "layers", diff_ids: layers.map(({ digest }) => digest) },
    // One entry for each layer, or builders refuse to build upon the image.
    history: layers.map(() => ({ created: "1970-01-01T00:00:00Z" })),
  };
  const configBlob = await addJson(blobs, CONFIG_TYPE, config);
  const manifest = await addJson(blobs, MANIFEST_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: configBlob,
    layers,
  });
  const annotations = { "io.containerd.image.name": recipe.reference };
  await writeFile(
    join(folder, "index.json"),
    JSON.stringify({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }),
  );
  await writeFile(join(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
}

/** Puts a file under its digest: linked when it is to be kept elsewhere too. */
async function addBlob(blobs: string, mediaType: string, file: string): Promise<Descriptor> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  const hex = hash.digest("hex");
  const { size } = await stat(file);
  if (file.startsWith(dirname(dirname(blobs)))) await rename(file, join(blobs, hex));
  else await link(file, join(blobs, hex));
  return { mediaType, digest: `sha256:${hex}`, size };
}

async function addJson(blobs: string, mediaType: string, value: unknown): Promise<Descriptor> {
  const text = JSON.stringify(value);
  const hex = createHash("sha256").update(text).digest("hex");
  await writeFile(join(blobs, hex), text);
  return { mediaType, digest: `sha256:${hex}`, size: Buffer.byteLength(text) };
}
