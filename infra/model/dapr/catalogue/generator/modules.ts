import { execFileSync } from "node:child_process";
import pinned from "../../../../../versions.json" with { type: "json" };
import type { Modules } from "./build-catalogue.ts";

/** The folder of a Go module in the module cache, downloaded when it is not there. */
const moduleFolder = (path: string, version: string): string => {
  const answer = execFileSync("go", ["mod", "download", "-json", `${path}@v${version}`], {
    encoding: "utf8",
    cwd: "/",
  });
  return (JSON.parse(answer) as { Dir: string }).Dir;
};

/** The pinned releases that the catalogue is generated from. */
export const pinnedModules = (): Modules => ({
  componentsContrib: moduleFolder("github.com/dapr/components-contrib", pinned.componentsContrib),
  dapr: moduleFolder("github.com/dapr/dapr", pinned.tools.dapr),
});
