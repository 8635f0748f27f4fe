import { existsSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { toolDir } from "../paths.ts";
import type { Progress } from "../progress.ts";
import { versionOf, type ToolName } from "../versions.ts";
import { buildGo, dropCompiled, fetchModules } from "./build-go.ts";
import { fetchMaven } from "./fetch-maven.ts";
import { fetchPypi } from "./fetch-pypi.ts";
import { findVersionOnPath } from "./find-on-path.ts";
import { store } from "./store.ts";
import { tools, type GoTool } from "./tools.ts";

/**
 * Sees to it that the tools are in the cache: taken from PATH when the right version is there, else made. Only what is
 * asked for is made; each is announced, timed and listed in the progress.
 */
export async function ensureTools(names: readonly ToolName[], progress: Progress): Promise<void> {
  const order = Object.keys(tools) as ToolName[];
  const missing = order.filter((name) => names.includes(name) && !existsSync(toolDir(name)));
  progress.plan(...missing.map(stepName));
  const built = new AbortController();
  const ahead = fetchModules(new Map(missing.slice(1).flatMap(goTools)), built.signal);
  try {
    for (const name of missing) {
      await progress.step(stepName(name), async (note) => {
        await store(
          toolDir(name),
          (folder) => makeTool(name, folder, note),
          () => note("another start is building it"),
        );
      });
    }
    if (missing.length > 0) await dropCompiled();
  } finally {
    built.abort();
    await ahead;
  }
}

const goTools = (name: ToolName): [ToolName, GoTool][] => {
  const recipe = tools[name];
  return recipe.source === "go" ? [[name, recipe]] : [];
};

/** The path of one program of a tool in the cache. */
export function programPath(tool: ToolName, program: string): string {
  return join(toolDir(tool), "bin", program);
}

async function makeTool(name: ToolName, folder: string, note: (text: string) => void): Promise<void> {
  const recipe = tools[name];
  if (recipe.source === "maven") return fetchMaven(recipe, versionOf(name), folder, note);
  if (recipe.source === "pypi") return fetchPypi(recipe, versionOf(name), folder, note);
  if (await takeFromPath(name, recipe, folder)) return note("taken from PATH");
  await buildGo(name, recipe, folder, note);
}

/** Copies the programs from PATH when all of them are there in the right version. */
async function takeFromPath(name: ToolName, recipe: GoTool, folder: string): Promise<boolean> {
  const { versionArgs } = recipe;
  if (versionArgs === undefined || recipe.copy !== undefined) return false;
  const found = await Promise.all(recipe.programs.map((p) => findVersionOnPath(p, versionArgs, versionOf(name))));
  if (found.some((file) => file === undefined)) return false;
  await mkdir(join(folder, "bin"));
  await Promise.all(found.map((file, i) => copyFile(file ?? "", join(folder, "bin", recipe.programs[i] ?? ""))));
  return true;
}

function stepName(name: ToolName): string {
  const { source, seconds } = tools[name];
  const verb = source === "go" ? "build" : "fetch";
  return `${verb} ${name} ${versionOf(name)} (about ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`})`;
}
