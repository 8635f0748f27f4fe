import type { CatalogueEntry, CatalogueIndex } from "../entry.ts";
import { moreComponents } from "../overlay/more-components.ts";
import { formerNames, sameCode } from "../overlay/type-names.ts";
import { goFilesOf } from "./go-package.ts";
import { readAzureAliases, readStorageAliases } from "./read-azure-aliases.ts";
import { readFeatures } from "./read-features.ts";
import { readGoFields, type GoField } from "./read-go-fields.ts";
import { readMetadata, type UpstreamComponent } from "./read-metadata.ts";
import { readRegistry, type Registration } from "./read-registry.ts";
import { toEntry } from "./to-entry.ts";

export interface Modules {
  readonly componentsContrib: string;
  readonly dapr: string;
}

export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly aliases: CatalogueIndex["aliases"];
}

/** Names of storage accounts are read for the Azure components that document one of them. */
const storageFields = (component: UpstreamComponent, groups: readonly string[][]): GoField[] => {
  const documented = new Set(
    [
      ...(component.metadata ?? []),
      ...(component.authenticationProfiles ?? []).flatMap((one) => one.metadata ?? []),
      ...(component.builtinAuthenticationProfiles ?? []).flatMap((one) => one.metadata ?? []),
    ].map((field) => field.name.toLowerCase()),
  );
  return (component.name.startsWith("azure.") ? groups : [])
    .filter((group) => group.some((name) => documented.has(name.toLowerCase())))
    .map(([name = "", ...aliases]) => ({
      name,
      type: "string",
      aliases,
      source: "common/authentication/azure/metadata-properties.go",
      goType: "lookup",
      struct: "",
    }));
};

const readEntry = (module: string, component: UpstreamComponent): CatalogueEntry => {
  const files = goFilesOf(module, component.folder);
  const fields = [
    ...readGoFields(files, component.type),
    ...readAzureAliases(module, files),
    ...storageFields(component, readStorageAliases(module, files)),
  ];
  return toEntry(component, fields, component.type === "state" ? readFeatures(files) : []);
};

const idOf = (entry: CatalogueEntry): string => `${entry.type}/${entry.version}`;

/** The entries of versions and types that run another entry's code. */
const copies = (entries: readonly CatalogueEntry[]): CatalogueEntry[] =>
  sameCode.map(({ id, as, url }) => {
    const entry = entries.find((one) => idOf(one) === as);
    if (entry === undefined) throw new Error(`${id} is said to run ${as}, which is not in the catalogue`);
    const [type = "", version = ""] = id.split("/");
    return { ...entry, type, version, url: url ?? entry.url };
  });

const withDeprecation = (entry: CatalogueEntry, registry: readonly Registration[]): CatalogueEntry => {
  const registration = registry.find((one) => one.names.includes(entry.type));
  return registration?.deprecated.includes(entry.version)
    ? { ...entry, deprecated: `${entry.type}/${registration.preferred}` }
    : entry;
};

const toAliases = (registry: readonly Registration[], types: ReadonlySet<string>): Catalogue["aliases"] =>
  Object.fromEntries(
    registry.flatMap(({ names }) => {
      const type = names.find((name) => types.has(name));
      if (type === undefined) throw new Error(`no metadata.yaml and no overlay for ${names.join(", ")}`);
      return names
        .filter((name) => name !== type)
        .map((name) => [name, formerNames.includes(name) ? { type, deprecated: true as const } : { type }]);
    }),
  );

/** The whole catalogue; throws when daprd registers a type that it lacks, or the other way round. */
export const buildCatalogue = (modules: Modules): Catalogue => {
  const registry = readRegistry(modules.dapr);
  const own = readMetadata(modules.componentsContrib).map((one) => readEntry(modules.componentsContrib, one));
  const entries = [...own, ...copies(own), ...moreComponents]
    .map((entry) => withDeprecation(entry, registry))
    .sort((a, b) => idOf(a).localeCompare(idOf(b), "en"));
  const registered = new Set(
    registry.flatMap((one) => one.names.flatMap((name) => one.versions.map((v) => `${name}/${v}`))),
  );
  const lost = entries.filter((entry) => !registered.has(idOf(entry)) && entry.unavailable === undefined).map(idOf);
  if (lost.length > 0) throw new Error(`daprd registers no ${lost.join(", ")}`);
  return { entries, aliases: toAliases(registry, new Set(entries.map((entry) => entry.type))) };
};
