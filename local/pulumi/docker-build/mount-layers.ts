interface Reference {
  readonly host: string;
  readonly name: string;
  readonly tag: string;
}

/** The parts of `host:port/name:tag`. */
function parse(reference: string): Reference {
  const [, host = "", name = "", tag = ""] = /^([^/]+)\/(.+):([^:/]+)$/.exec(reference) ?? [];
  return { host, name, tag };
}

async function layersOf({ host, name, tag }: Reference): Promise<readonly string[]> {
  const headers = { accept: "application/vnd.oci.image.manifest.v1+json" };
  const answer = await fetch(`http://${host}/v2/${name}/manifests/${tag}`, { headers });
  if (!answer.ok) return [];
  const { layers = [] } = (await answer.json()) as { layers?: { digest: string }[] };
  return layers.map(({ digest }) => digest);
}

/**
 * Gives an image's repository the layers of its base, which is in the same registry of a node. Otherwise each image of a
 * stack packs and sends the base once more, all at the same time. It only saves time: what it does not do, the push does.
 */
export async function mountLayers(base: string, image: string): Promise<void> {
  const [from, to] = [parse(base), parse(image)];
  if (from.host !== to.host) return;
  for (const digest of await layersOf(from)) {
    const query = new URLSearchParams({ mount: digest, from: from.name });
    await fetch(`http://${to.host}/v2/${to.name}/blobs/uploads/?${query}`, { method: "POST" });
  }
}
