import { existsSync } from "node:fs";
import { cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheRoot } from "../paths.ts";
import { run } from "../run.ts";
import type { ToolName } from "../versions.ts";
import { versionOf } from "../versions.ts";
import { withLock } from "./lock.ts";
import type { GoTool } from "./tools.ts";

/** The committed Go module (go.mod, go.sum, perhaps a main.go) that pins a tool and all it is made of. */
export function goModule(tool: ToolName): string {
  return join(import.meta.dirname, "go", tool);
}

const mainOf = (tool: ToolName): string => (existsSync(join(goModule(tool), "main.go")) ? "." : "tool");
const tagsOf = ({ tags }: GoTool): string[] => (tags === undefined ? [] : ["-tags", tags]);
const goEnvironment = () => ({ ...process.env, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" });
/** What is compiled for one tool serves the next: Go's own library, and modules that both have in the same version. */
const compiledFolder = () => join(cacheRoot(), "build");
/** One build at a time: it uses every core, and what is compiled may be removed between two of them only. */
const building = <T>(work: () => Promise<T>, onWait?: () => void): Promise<T> =>
  withLock(join(cacheRoot(), "locks", "go-build"), work, onWait);

/** The arguments of `go list` that make it download every module of which a tool is built, and no other. */
export function goFetchArguments(tool: ToolName, recipe: GoTool): string[] {
  return ["list", "-mod=readonly", "-deps", ...tagsOf(recipe), mainOf(tool)];
}

/**
 * Downloads the modules of tools that are built later, one tool after the other, while the processor works for the first.
 * It only saves time: what it fails to get, the build gets, or says why not.
 */
export async function fetchModules(recipes: ReadonlyMap<ToolName, GoTool>, signal: AbortSignal): Promise<void> {
  const env = goEnvironment();
  for (const [tool, recipe] of recipes) {
    if (signal.aborted) return;
    await run("go", goFetchArguments(tool, recipe), { cwd: goModule(tool), env, signal }).catch(() => undefined);
  }
}

/** The arguments of `go build` for a tool. */
export function goBuildArguments(tool: ToolName, recipe: GoTool, output: string): string[] {
  const stamps = Object.entries(recipe.stamp ?? {}).map(
    ([variable, value]) => `-X ${variable}=${value.replace("%v", versionOf(tool))}`,
  );
  return [
    "build",
    "-mod=readonly",
    "-trimpath",
    "-buildvcs=false",
    // The programs are linked without it, so that making it is a ninth of the time for nothing.
    "-gcflags=all=-dwarf=false",
    ...tagsOf(recipe),
    "-ldflags",
    ["-s", "-w", ...stamps].join(" "),
    "-o",
    `${output}/`,
    mainOf(tool),
  ];
}

/**
 * Builds a tool's programs from its Go modules into `folder/bin`. What is compiled stays until {@link dropCompiled}, so
 * that an interrupted build goes on where it stopped.
 */
export async function buildGo(
  tool: ToolName,
  recipe: GoTool,
  folder: string,
  note: (text: string) => void,
): Promise<void> {
  const env = { ...goEnvironment(), GOCACHE: compiledFolder() };
  const cwd = goModule(tool);
  const bin = join(folder, "bin");
  const build = () => run("go", goBuildArguments(tool, recipe, bin), { cwd, env, onLine: note });
  await building(build, () => note("another build is under way"));
  for (const [built, wanted] of Object.entries(recipe.rename ?? {})) await rename(join(bin, built), join(bin, wanted));
  for (const [name, { module, folder: source }] of Object.entries(recipe.copy ?? {})) {
    const { stdout } = await run("go", ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}", module], { cwd, env });
    await cp(join(stdout.trim(), source), join(folder, name), { recursive: true });
    await run("chmod", ["-R", "u+w", join(folder, name)]);
  }
}

/** Removes what was compiled: gigabytes that nobody needs once the programs are stored. */
export const dropCompiled = (): Promise<void> => building(() => rm(compiledFolder(), { recursive: true, force: true }));
