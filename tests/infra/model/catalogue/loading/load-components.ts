import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { CatalogueEntry } from "../../../../../infra/model/dapr/catalogue/entry.ts";
import { sampleValue, valuesOfType } from "./sample-values.ts";
import { watchDaprd, type Loading } from "./watch-daprd.ts";

const idOf = (entry: CatalogueEntry): string => `${entry.type}/${entry.version}`;
const nameOf = (entry: CatalogueEntry): string => idOf(entry).replaceAll(/[./]/g, "-");

const manifest = (entry: CatalogueEntry, values: Readonly<Record<string, string>>): object => {
  const required = [...(entry.authentication[0]?.fields ?? []), ...entry.fields].filter((field) => field.required);
  const metadata = { ...Object.fromEntries(required.map((field) => [field.name, sampleValue(field)])), ...values };
  return {
    apiVersion: "dapr.io/v1alpha1",
    kind: "Component",
    metadata: { name: nameOf(entry) },
    spec: {
      type: entry.type,
      version: entry.version,
      ignoreErrors: true,
      initTimeout: "1s",
      metadata: Object.entries(metadata).map(([name, value]) => ({ name, value })),
    },
  };
};

/** Loads the components in one daprd after the other, until each has been tried. */
const loadBatch = async (
  daprd: string,
  entries: readonly CatalogueEntry[],
  folder: string,
): Promise<Map<string, Loading>> => {
  const outcomes = new Map<string, Loading>();
  const values = valuesOfType(join(folder, "files"));
  const resources = join(folder, "resources");
  for (;;) {
    const left = entries.filter((entry) => !outcomes.has(nameOf(entry)));
    if (left.length === 0) return outcomes;
    rmSync(resources, { recursive: true, force: true });
    mkdirSync(resources, { recursive: true });
    for (const entry of left)
      writeFileSync(join(resources, `${nameOf(entry)}.yaml`), stringify(manifest(entry, values[entry.type] ?? {})));
    const found = await watchDaprd(daprd, resources);
    if (found.size === 0) throw new Error(`daprd tried none of ${left.map(idOf).join(", ")}`);
    for (const [name, outcome] of found) outcomes.set(name, outcome);
  }
};

/** Loads every component in a real daprd, two at a time: `type/version` to outcome. */
export const loadComponents = async (
  daprd: string,
  entries: readonly CatalogueEntry[],
  folder: string,
): Promise<ReadonlyMap<string, Loading>> => {
  const halves = [entries.filter((_, index) => index % 2 === 0), entries.filter((_, index) => index % 2 === 1)];
  const loaded = await Promise.all(halves.map((half, index) => loadBatch(daprd, half, join(folder, `${index}`))));
  const byName = new Map(loaded.flatMap((one) => [...one]));
  return new Map(
    entries.flatMap((entry) => {
      const loading = byName.get(nameOf(entry));
      return loading === undefined ? [] : [[idOf(entry), loading] as const];
    }),
  );
};
