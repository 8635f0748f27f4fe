import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "../run.ts";

/** The first executable of that name on PATH. */
export function findOnPath(program: string, path = process.env["PATH"] ?? ""): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, program))
    .find((file) => isExecutable(file));
}

/** The program on PATH when it reports exactly this version. */
export async function findVersionOnPath(
  program: string,
  versionArgs: readonly string[],
  version: string,
  path = process.env["PATH"],
): Promise<string | undefined> {
  const file = findOnPath(program, path);
  if (file === undefined) return undefined;
  const { code, stdout, stderr } = await run(file, versionArgs, { allowFailure: true });
  return code === 0 && mentionsVersion(stdout + stderr, version) ? file : undefined;
}

/** Whether a text names exactly this version: `1.2.3` is neither in `1.2.30` nor in `11.2.3`. */
export function mentionsVersion(text: string, version: string): boolean {
  return new RegExp(`(^|[^0-9.])${version.replaceAll(".", "\\.")}($|[^0-9.])`, "m").test(text);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
