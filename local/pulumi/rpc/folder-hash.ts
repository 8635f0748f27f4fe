import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/** SHA-256 over the names and contents of a file or of every file in a folder, in a fixed order. */
export async function folderHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  if (!(await stat(path)).isDirectory()) return hash.update(await readFile(path)).digest("hex");
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    const content = await readFile(file);
    hash.update(`${relative(path, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
