import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** Files of `folder` by their path in it; none when there is no such folder. */
async function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/**
 * Makes `folder` hold exactly `files`. What is there already is not touched, and no file is ever seen half written: an
 * image may be built from the folder at this moment.
 */
export async function fillFolder(folder, files) {
  for (const name of await filesIn(folder)) if (!files.has(name)) await rm(join(folder, name));
  for (const [name, content] of files) {
    const path = join(folder, name);
    const before = existsSync(path) ? await readFile(path) : undefined;
    if (before?.equals(content)) continue;
    const temporary = `${folder}.${process.pid}.tmp`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, path);
  }
}
