import { homedir } from "node:os";
import { join } from "node:path";
import { buildOf, versionOf, type ToolName } from "./versions.ts";

/** The checkout's root folder. */
export const repositoryRoot = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

/** Where built tools, root file systems and images are kept between runs: `$XDG_CACHE_HOME/todo-platform`. */
export function cacheRoot(): string {
  return join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "todo-platform");
}

/** The folder of one tool in the cache; its programs are in `bin`. */
export function toolDir(tool: ToolName): string {
  const build = buildOf(tool);
  return join(cacheRoot(), `${tool}-${versionOf(tool)}${build === undefined ? "" : `-${build}`}`);
}

/** The state of one cluster (data, kubeconfig, logs, stack state): `$XDG_STATE_HOME/todo-platform/<cluster>`. */
export function stateDir(cluster: string): string {
  return join(process.env["XDG_STATE_HOME"] || join(homedir(), ".local", "state"), "todo-platform", cluster);
}
