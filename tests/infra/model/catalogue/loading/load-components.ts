import type { CatalogueEntry } from "../../../../../infra/model/dapr/catalogue/entry.ts";
import { loadManifests } from "./load-manifests.ts";
import { idOf, sampleComponent } from "./sample-component.ts";
import type { Loading } from "./watch-daprd.ts";

const nameOf = (entry: CatalogueEntry): string => idOf(entry).replaceAll(/[./]/g, "-");

/** Loads every component in a real daprd: `type/version` to outcome. */
export const loadComponents = async (
  daprd: string,
  entries: readonly CatalogueEntry[],
  folder: string,
): Promise<ReadonlyMap<string, Loading>> => {
  const manifests = new Map(entries.map((entry) => [nameOf(entry), sampleComponent(entry, nameOf(entry), folder)]));
  const loadings = await loadManifests(daprd, manifests, folder);
  return new Map(
    entries.flatMap((entry) => {
      const loading = loadings.get(nameOf(entry));
      return loading === undefined ? [] : [[idOf(entry), loading] as const];
    }),
  );
};
