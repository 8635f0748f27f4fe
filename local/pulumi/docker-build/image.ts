import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderHash } from "../rpc/folder-hash.ts";
import { propertyDiff } from "../rpc/property-diff.ts";
import { hasUnknown, objectAt, unknown, withoutNulls, type Properties, textOf } from "../rpc/property-values.ts";
import type { ResourceKind, ResourceRequest, ResourceState } from "../rpc/resource-kind.ts";
import { buildah, isNodeRegistry } from "./buildah.ts";
import { mountLayers } from "./mount-layers.ts";

/** `docker-build:index:Image`, built by buildah; the content of context, Dockerfile and arguments decides what changes. */
export const image: ResourceKind = {
  check: ({ inputs }) => withoutNulls(inputs),
  diff: async ({ oldInputs, inputs, state }) => {
    const changes = propertyDiff(oldInputs, inputs);
    if (!hasUnknown(inputs) && (await contextHash(inputs)) !== state["contextHash"])
      changes.set("contextHash", "update");
    return { changes };
  },
  create: build,
  update: build,
  read: async ({ id, inputs, state }) => ((await isStored(state)) ? { id, outputs: state, inputs } : undefined),
  // Nobody else may lose a layer: what is in a registry stays until the registry is cleaned.
  delete: () => Promise.resolve(),
};

async function build({ id, inputs, preview }: ResourceRequest): Promise<ResourceState> {
  if (preview) {
    const hash = hasUnknown(inputs) ? unknown : await contextHash(inputs);
    return { id, outputs: { ...inputs, contextHash: hash, digest: unknown, ref: unknown } };
  }
  const hash = await contextHash(inputs);
  const tags = (inputs["tags"] ?? []) as string[];
  const name = tags[0] ?? `localhost/build:${hash.slice(0, 20)}`;
  await buildah(buildArguments(inputs, [name, ...tags.slice(1)]), dockerfileText(inputs));
  const bases = Object.values(objectAt(inputs, "buildArgs")).map(String).filter(isNodeRegistry);
  if (inputs["push"] === true)
    for (const tag of tags.filter(isNodeRegistry)) for (const base of bases) await mountLayers(base, tag);
  const digests = inputs["push"] === true ? await Promise.all(tags.map(push)) : [];
  const digest = digests[0] ?? "";
  const ref = digest ? `${name}@${digest}` : name;
  return { id: digest || hash, outputs: { ...inputs, contextHash: hash, digest, ref } };
}

function buildArguments(inputs: Properties, tags: readonly string[]): string[] {
  const args = Object.entries(objectAt(inputs, "buildArgs")).flatMap(([key, value]) => [
    "--build-arg",
    `${key}=${textOf(value)}`,
  ]);
  const labels = Object.entries(objectAt(inputs, "labels")).flatMap(([key, value]) => [
    "--label",
    `${key}=${textOf(value)}`,
  ]);
  const platforms = (inputs["platforms"] ?? []) as string[];
  const nodeRegistry = [...tags, ...Object.values(objectAt(inputs, "buildArgs")).map(String)].some(isNodeRegistry);
  return [
    // No daemon and no further rights: the steps run in a chroot. A fixed time makes equal content an equal digest.
    ...["bud", "--isolation", "chroot", "--timestamp", "0", "--layers", "--quiet"],
    ...(nodeRegistry ? ["--tls-verify=false"] : []),
    ...(platforms.length > 0 ? ["--platform", platforms.join(",")] : []),
    ...(inputs["target"] ? ["--target", textOf(inputs["target"])] : []),
    ...(inputs["noCache"] === true ? ["--no-cache"] : []),
    ...[...args, ...labels, ...tags.flatMap((tag) => ["--tag", tag])],
    ...["--file", dockerfileText(inputs) === undefined ? dockerfileOf(inputs) : "-", contextOf(inputs)],
  ];
}

async function push(tag: string): Promise<string> {
  const options = isNodeRegistry(tag) ? ["--tls-verify=false"] : [];
  const folder = await mkdtemp(join(tmpdir(), "todo-platform-push-"));
  const digestFile = join(folder, "digest");
  try {
    await buildah(["push", "--quiet", ...options, "--digestfile", digestFile, tag, `docker://${tag}`]);
    return (await readFile(digestFile, "utf8")).trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function contextHash(inputs: Properties): Promise<string> {
  const dockerfile = dockerfileText(inputs) ?? (await readFile(dockerfileOf(inputs), "utf8"));
  const settings = ["buildArgs", "labels", "platforms", "target"].map((name) => inputs[name] ?? null);
  const parts = [await folderHash(contextOf(inputs)), dockerfile, JSON.stringify(settings)];
  return createHash("sha256").update(parts.join("\0")).digest("hex");
}

function contextOf(inputs: Properties): string {
  return textOf(objectAt(inputs, "context")["location"] ?? ".");
}

function dockerfileOf(inputs: Properties): string {
  return textOf(objectAt(inputs, "dockerfile")["location"] ?? join(contextOf(inputs), "Dockerfile"));
}

function dockerfileText(inputs: Properties): string | undefined {
  const inline = objectAt(inputs, "dockerfile")["inline"];
  return typeof inline === "string" ? inline : undefined;
}

/** Whether the pushed image is still in the node's registry; other registries are trusted. */
async function isStored(state: Properties): Promise<boolean> {
  const [, host, name, digest] = /^([^/]+)\/(.+):[^:/]+@(sha256:.*)$/.exec(textOf(state["ref"])) ?? [];
  if (!host || !name || !digest || !isNodeRegistry(`${host}/`)) return true;
  const url = `http://${host}/v2/${name}/manifests/${digest}`;
  const accept = "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";
  const answer = await fetch(url, { method: "HEAD", headers: { accept } });
  return answer.status !== 404;
}
