import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildImage, imageFolder } from "../../../local/images/build-image.ts";
import { infrastructureImages, nodeBaseImage, type ImageRecipe } from "../../../local/images/recipes.ts";
import { run } from "../../../local/run.ts";
import { versions } from "../../../local/versions.ts";

let source: string;
let recipe: ImageRecipe;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "image-"));
  vi.stubEnv("XDG_CACHE_HOME", folder);
  source = join(folder, "program");
  await writeFile(source, "binary", { mode: 0o755 });
  await symlink(source, join(folder, "link"));
  recipe = {
    reference: "example.org/tools/unit:1.2.3",
    tools: [],
    copy: { "/bin/program": join(folder, "link") },
    files: { "/etc/passwd": "nonroot:x:65532:65532::/:/sbin/nologin\n", "/bin/start": "#!/bin/sh\n" },
    config: { User: "65532:65532", Entrypoint: ["/bin/program"] },
  };
});

afterAll(() => {
  vi.unstubAllEnvs();
});

const blobsOf = (folder: string): Promise<string[]> => readdir(join(folder, "blobs/sha256"));

test("the same recipe gives the same image, byte for byte", async () => {
  const first = await buildImage(recipe);
  const before = (await blobsOf(first.folder)).sort();
  await rm(first.folder, { recursive: true });
  const second = await buildImage(recipe);
  expect((await blobsOf(second.folder)).sort()).toEqual(before);
});

test("every blob lies under its own digest", async () => {
  const { folder } = await buildImage(recipe);
  for (const blob of await blobsOf(folder)) {
    const content = await readFile(join(folder, "blobs/sha256", blob));
    expect(createHash("sha256").update(content).digest("hex")).toBe(blob);
  }
});

test("the layer holds the files with root as owner and the right modes", async () => {
  const { folder } = await buildImage(recipe);
  const listings = await Promise.all(
    (await blobsOf(folder)).map((blob) =>
      run("tar", ["-tvf", join(folder, "blobs/sha256", blob)], { allowFailure: true }).then(({ stdout }) => stdout),
    ),
  );
  const lines = listings.join("").trim().split("\n");
  const files = lines.map((line) => line.split(/\s+/)).map(([mode, owner, , , , path]) => `${mode} ${owner} ${path}`);
  expect(files.filter((line) => !line.startsWith("d"))).toEqual([
    "-rwxr-xr-x 0/0 bin/program",
    "-rwxr-xr-x 0/0 bin/start",
    "-rw-r--r-- 0/0 etc/passwd",
  ]);
  expect(files).toContain("drwxrwxrwt 0/0 tmp/");
});

test("another configuration is another image", () => {
  expect(imageFolder({ ...recipe, config: { User: "0" } })).not.toBe(imageFolder(recipe));
});

test("every pinned image has a recipe, under exactly its published name", () => {
  const references = infrastructureImages().map(({ reference }) => reference);
  expect(references.sort()).toEqual(Object.values(versions.images).sort());
});

test("every image that pods run has a user other than root, but for the storage helper and pause", () => {
  const root = [...infrastructureImages(), nodeBaseImage()].filter(({ config }) => config["User"] === undefined);
  expect(root.map(({ reference }) => reference).sort()).toEqual(
    [versions.images.busybox, versions.images.pause].sort(),
  );
});
