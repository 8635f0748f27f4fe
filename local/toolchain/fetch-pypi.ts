import { join } from "node:path";
import { run } from "../run.ts";
import type { PypiTool } from "./tools.ts";

/** Arguments of Python that put a tool's packages, and nothing that they may want besides, into `lib`. */
export function pypiArguments(recipe: PypiTool, version: string, lib: string): string[] {
  // What was compiled for this machine's Python would not be read by an image's.
  const options = ["--no-deps", "--only-binary=:all:", "--no-compile", "--quiet", "--disable-pip-version-check"];
  const packages = recipe.packages.map((name) => name.replace("%v", version));
  return ["-m", "pip", "install", ...options, "--root-user-action=ignore", "--target", lib, ...packages];
}

/** Puts a tool's Python packages into `folder/lib`. */
export async function fetchPypi(
  recipe: PypiTool,
  version: string,
  folder: string,
  note: (text: string) => void,
): Promise<void> {
  await run("python3", pypiArguments(recipe, version, join(folder, "lib")), { cwd: folder, onLine: note });
}
