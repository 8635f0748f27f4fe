import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { clusterFiles, readJson, type SupervisorStatus } from "../cluster/cluster-files.ts";
import { run } from "../run.ts";
import { MANIFEST_TYPE, type BuiltImage, type Descriptor } from "./build-image.ts";
import { imageArchive, indexOf } from "./image-archive.ts";

/** Runs a program inside a cluster's node. */
async function inNode(cluster: string, command: string): Promise<string> {
  const init = (await readJson<SupervisorStatus>(clusterFiles(cluster).status))?.init;
  if (init === undefined) throw new Error(`cluster ${cluster} does not run`);
  const { stdout } = await run("/bin/sh", [
    "-c",
    command.replaceAll("NODE", `nsenter -t ${init} -m -n -p -i -u -r -w --`),
  ]);
  return stdout;
}

/** Those of the images that the node does not have in exactly this form. */
export async function missingImages(cluster: string, images: readonly BuiltImage[]): Promise<BuiltImage[]> {
  const known = await inNode(cluster, "NODE ctr -n k8s.io images ls");
  const digests = new Map(
    known
      .split("\n")
      .map((line) => line.split(/\s+/))
      .map(([name = "", , digest = ""]) => [name, digest]),
  );
  const wanted = await Promise.all(images.map(async (image) => ({ image, digest: (await manifestOf(image)).digest })));
  return wanted.filter(({ image, digest }) => digests.get(image.reference) !== digest).map(({ image }) => image);
}

/** Imports images into the node's containerd under their own names, as if they had been pulled: shared layers once. */
export async function importImages(cluster: string, images: readonly BuiltImage[]): Promise<void> {
  const folder = join(clusterFiles(cluster).folder, "import");
  await imageArchive(images, folder, (archive) => inNode(cluster, `${archive} | NODE ctr -n k8s.io images import -`));
}

/** Pushes an image to a registry over plain HTTP and returns its full reference; what is there is not sent again. */
export async function pushImage(registry: string, image: BuiltImage): Promise<string> {
  const [name] = image.reference.split(":");
  const base = `http://${registry}/v2/${name}`;
  const manifest = await manifestOf(image);
  const reference = await pushedReference(registry, image);
  const tag = reference.slice(reference.lastIndexOf(":") + 1);
  const content = await readFile(blobPath(image, manifest.digest), "utf8");
  const { config, layers } = JSON.parse(content) as { config: Descriptor; layers: Descriptor[] };
  for (const blob of [config, ...layers]) await pushBlob(base, image, blob);
  await expectOk(
    fetch(`${base}/manifests/${tag}`, { method: "PUT", body: content, headers: { "content-type": MANIFEST_TYPE } }),
  );
  return reference;
}

/** How a pushed image is called: its tag names the content, so that a new base is never mistaken for the old one. */
export async function pushedReference(registry: string, image: BuiltImage): Promise<string> {
  const [name] = image.reference.split(":");
  const { digest } = await manifestOf(image);
  return `${registry}/${name}:${digest.slice("sha256:".length, "sha256:".length + 12)}`;
}

async function pushBlob(base: string, image: BuiltImage, { digest }: Descriptor): Promise<void> {
  const known = await fetch(`${base}/blobs/${digest}`, { method: "HEAD" });
  if (known.ok) return;
  const upload = await expectOk(fetch(`${base}/blobs/uploads/`, { method: "POST" }));
  const target = new URL(upload.headers.get("location") ?? "", base);
  target.searchParams.set("digest", digest);
  const file = blobPath(image, digest);
  const body = createReadStream(file);
  const headers = { "content-type": "application/octet-stream", "content-length": String((await stat(file)).size) };
  await expectOk(fetch(target, { method: "PUT", body, headers, duplex: "half" }));
}

async function expectOk(request: Promise<Response>): Promise<Response> {
  const response = await request;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response;
}

async function manifestOf(image: BuiltImage): Promise<Descriptor> {
  const [manifest] = await indexOf(image.folder);
  if (manifest === undefined) throw new Error(`${image.folder} holds no image; delete it`);
  return manifest;
}

function blobPath(image: BuiltImage, digest: string): string {
  return join(image.folder, "blobs/sha256", digest.replace("sha256:", ""));
}
