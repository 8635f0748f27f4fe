import { join } from "node:path";
import type { CatalogueEntry, FieldEntry } from "../../../../../infra/model/dapr/catalogue/entry.ts";
import { sampleValue, valuesOfType } from "./sample-values.ts";

export const idOf = (entry: CatalogueEntry): string => `${entry.type}/${entry.version}`;

/** What a component says at least: the required fields of its first profile, and its own. */
export const requiredFields = (entry: CatalogueEntry): FieldEntry[] =>
  [...(entry.authentication[0]?.fields ?? []), ...entry.fields].filter((field) => field.required);

/** A component with its required fields, or all but one, for a daprd on a machine without servers. */
export const sampleComponent = (entry: CatalogueEntry, name: string, folder: string, without?: string): object => {
  const values = valuesOfType(join(folder, "files"))[entry.type] ?? {};
  const metadata = {
    ...Object.fromEntries(requiredFields(entry).map((field) => [field.name, sampleValue(field)])),
    ...values,
  };
  return {
    apiVersion: "dapr.io/v1alpha1",
    kind: "Component",
    metadata: { name },
    spec: {
      type: entry.type,
      version: entry.version,
      ignoreErrors: true,
      initTimeout: "1s",
      metadata: Object.entries(metadata)
        .filter(([field]) => field !== without)
        .map(([field, value]) => ({ name: field, value })),
    },
  };
};
