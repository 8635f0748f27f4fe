import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { withLock } from "./lock.ts";

/**
 * Makes a folder of the cache once: under a lock, in a temporary folder, put in place by one rename, so that neither
 * an interruption nor a second process ever leaves half a folder.
 */
export async function store(
  folder: string,
  make: (temporary: string) => Promise<void>,
  onWait?: () => void,
): Promise<string> {
  if (existsSync(folder)) return folder;
  return withLock(
    join(dirname(folder), "locks", basename(folder)),
    async () => {
      if (existsSync(folder)) return folder;
      const temporary = `${folder}.tmp`;
      await rm(temporary, { recursive: true, force: true });
      await mkdir(dirname(folder), { recursive: true });
      await mkdir(temporary);
      await make(temporary);
      await rename(temporary, folder);
      return folder;
    },
    onWait,
  );
}
