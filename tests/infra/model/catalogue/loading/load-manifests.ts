import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { watchDaprd, type Loading } from "./watch-daprd.ts";

/** A Component by its name. */
export type Manifests = ReadonlyMap<string, object>;

/** How many components one daprd is given: each may take a second. */
const atOnce = 40;

/** Gives components to one daprd after the other, until each has been tried. */
const loadInTurn = async (daprd: string, manifests: Manifests, folder: string): Promise<Map<string, Loading>> => {
  const outcomes = new Map<string, Loading>();
  for (;;) {
    const left = [...manifests].filter(([name]) => !outcomes.has(name)).slice(0, atOnce);
    if (left.length === 0) return outcomes;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, manifest] of left) writeFileSync(join(folder, `${name}.yaml`), stringify(manifest));
    const found = await watchDaprd(daprd, folder);
    if (found.size === 0) throw new Error(`daprd tried none of ${left.map(([name]) => name).join(", ")}`);
    for (const [name, outcome] of found) outcomes.set(name, outcome);
  }
};

/** Loads components in real daprds, two at a time: name to outcome. */
export const loadManifests = async (
  daprd: string,
  manifests: Manifests,
  folder: string,
): Promise<ReadonlyMap<string, Loading>> => {
  const all = [...manifests];
  const halves = [0, 1].map((half) => new Map(all.filter((_, index) => index % 2 === half)));
  const loaded = await Promise.all(halves.map((half, index) => loadInTurn(daprd, half, join(folder, `${index}`))));
  return new Map(loaded.flatMap((one) => [...one]));
};
