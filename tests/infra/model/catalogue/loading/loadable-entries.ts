import { catalogueEntry, catalogueIds } from "../../../../../infra/model/dapr/catalogue/catalogue.ts";
import type { CatalogueEntry } from "../../../../../infra/model/dapr/catalogue/entry.ts";

/** Every entry that a Component can have. */
export const loadableEntries = (): CatalogueEntry[] =>
  catalogueIds()
    .map((id) => catalogueEntry(id.slice(0, id.indexOf("/")), id.slice(id.indexOf("/") + 1)))
    .filter((entry) => entry !== undefined)
    .filter((entry) => entry.unavailable === undefined && !entry.type.startsWith("nameresolution."));
