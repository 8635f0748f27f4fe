import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { buildCatalogue } from "./generator/build-catalogue.ts";
import { pinnedModules } from "./generator/modules.ts";
import { writeCatalogue } from "./generator/write-catalogue.ts";

if (import.meta.main) {
  const pinned = pinnedModules();
  const [componentsContrib = pinned.componentsContrib, dapr = pinned.dapr] = process.argv.slice(2);
  const folder = new URL("./generated/", import.meta.url);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(writeCatalogue(buildCatalogue({ componentsContrib, dapr }))))
    writeFileSync(new URL(name, folder), content);
}
