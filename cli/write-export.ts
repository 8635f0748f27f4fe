import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RenderedFile } from "../infra/render/rendered-file.ts";
import { UserError } from "../local/user-error.ts";

/** Lists what an earlier export wrote, so that the next one can take away what is no longer part of it. */
const listFile = ".todo-platform-export";

const refuseForeign = async (folder: string): Promise<void> => {
  if (!existsSync(folder) || existsSync(join(folder, listFile))) return;
  const [first] = await readdir(folder);
  if (first === undefined) return;
  throw new UserError([
    {
      code: "folder-in-use",
      severity: "error",
      path: folder,
      value: first,
      message: "holds files that no export wrote",
      remedy: "name an empty folder, or one that is not there yet",
    },
  ]);
};

/**
 * Writes an export into a folder: its own files are replaced, those of an earlier export that are gone are removed, and
 * everything else stays.
 * @throws UserError when the folder holds something else
 */
export const writeExport = async (folder: string, files: readonly RenderedFile[]): Promise<void> => {
  await refuseForeign(folder);
  const list = join(folder, listFile);
  const earlier = existsSync(list) ? (await readFile(list, "utf8")).split("\n").filter((path) => path !== "") : [];
  const now = new Set(files.map(({ path }) => path));
  for (const path of earlier) if (!now.has(path)) await rm(join(folder, path), { force: true });
  for (const { path, text, secret } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    // A mode is given to new files only.
    if (secret) await rm(file, { force: true });
    await writeFile(file, text, secret ? { mode: 0o600 } : {});
  }
  await writeFile(list, `${[...now].sort().join("\n")}\n`);
};
