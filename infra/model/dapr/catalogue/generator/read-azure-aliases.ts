import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importsPackage, type GoFile } from "./go-package.ts";
import type { GoField } from "./read-go-fields.ts";

const source = "common/authentication/azure/metadata-properties.go";

/** Names that the Azure components share; read only by components that import the package. */
export const readAzureAliases = (module: string, files: readonly GoFile[]): GoField[] => {
  if (!importsPackage(files, "common/authentication/azure") || !existsSync(join(module, source))) return [];
  return [...readFileSync(join(module, source), "utf8").matchAll(/^\s*"(\w+)":\s*\{([^}]*)\}/gm)].flatMap((match) => {
    const [name, ...aliases] = [...(match[2] ?? "").matchAll(/"(\w+)"/g)].map((quoted) => quoted[1] ?? "");
    return name === undefined || match[1]?.startsWith("Storage")
      ? []
      : [{ name, type: "string" as const, aliases, source, goType: "lookup", struct: "" }];
  });
};

/** The names of storage accounts, containers, queues and tables: aliases where the component has one of them. */
export const readStorageAliases = (module: string, files: readonly GoFile[]): string[][] =>
  importsPackage(files, "common/authentication/azure")
    ? [...readFileSync(join(module, source), "utf8").matchAll(/^\s*"Storage\w+":\s*\{([^}]*)\}/gm)].map((match) =>
        [...(match[1] ?? "").matchAll(/"(\w+)"/g)].map((quoted) => quoted[1] ?? ""),
      )
    : [];
